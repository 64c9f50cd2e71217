import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { ConfirmButton } from '@/dashboard/components/ConfirmButton'
import { ApiError } from '@/shared/api/problem'
import { renderPart } from '../support/desk'

function dissolveButton(onConfirm: (reason: string) => Promise<unknown>) {
  renderPart(
    <ConfirmButton
      label="撤销组织"
      title="撤销第三党支部？"
      reason="required"
      danger
      onConfirm={onConfirm}
    />,
  )
}

const confirmInDialog = async () =>
  userEvent.click(screen.getAllByRole('button', { name: '撤销组织' })[1] ?? document.body)

test('does nothing before it is confirmed with the reason that it needs', async () => {
  const reasons: string[] = []
  dissolveButton(async (reason) => reasons.push(reason))
  await userEvent.click(screen.getByRole('button', { name: '撤销组织' }))
  await screen.findByRole('dialog')
  await confirmInDialog()
  expect(await screen.findByText('请写明原因')).toBeInTheDocument()
  expect(reasons).toEqual([])
  await userEvent.type(screen.getByLabelText('原因'), ' 党员不足三人 ')
  await confirmInDialog()
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(reasons).toEqual(['党员不足三人'])
})

test('stays open and shows why it was refused', async () => {
  dissolveButton(async () => {
    throw new ApiError({
      status: 409,
      code: 'invalid_state',
      title: '现在不能撤销',
      detail: '还有下级组织。',
    })
  })
  await userEvent.click(screen.getByRole('button', { name: '撤销组织' }))
  await screen.findByRole('dialog')
  await userEvent.type(screen.getByLabelText('原因'), '合并')
  await confirmInDialog()
  expect(await screen.findByText('还有下级组织。')).toBeInTheDocument()
  expect(screen.getByRole('dialog')).toBeInTheDocument()
})
