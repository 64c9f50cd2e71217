import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { FilterBar } from '@/dashboard/components/FilterBar'
import type { FilterValues } from '@/dashboard/components/filter-fields'
import { renderPart } from '../support/desk'

type Values = FilterValues<'q' | 'sex'>

function Filters({
  initial,
  onChange,
}: {
  readonly initial: Values
  readonly onChange: (change: Values) => void
}) {
  const [values, setValues] = useState(initial)
  return (
    <FilterBar
      fields={[
        { kind: 'text', name: 'q', label: '搜索' },
        { kind: 'select', name: 'sex', label: '性别', options: [{ value: '2', label: '女' }] },
      ]}
      values={values}
      onChange={(change) => {
        onChange(change)
        setValues((before) => ({ ...before, ...change }))
      }}
    />
  )
}

test('reports a text once, when typing has come to rest', async () => {
  const changes: Values[] = []
  renderPart(<Filters initial={{}} onChange={(change) => changes.push(change)} />)
  await userEvent.type(screen.getByRole('textbox', { name: '搜索' }), '何晓东')
  await waitFor(() => expect(changes).toEqual([{ q: '何晓东' }]))
})

test('shows what the address says and clears it all', async () => {
  const changes: Values[] = []
  renderPart(<Filters initial={{ q: '何', sex: '2' }} onChange={(change) => changes.push(change)} />)
  expect(screen.getByRole('textbox', { name: '搜索' })).toHaveValue('何')
  expect(screen.getByText('女')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '清除筛选' }))
  expect(changes).toEqual([{ q: undefined, sex: undefined }])
  expect(screen.getByRole('textbox', { name: '搜索' })).toHaveValue('')
  expect(screen.queryByRole('button', { name: '清除筛选' })).toBeNull()
})
