import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { OrganisationPicker } from '@/dashboard/components/OrganisationPicker'
import { renderPart, server } from '../support/desk'

const item = (id: string, parent_id: string | null, name: string, child_count: number) => ({
  id,
  parent_id,
  name,
  child_count,
  kind: 'branch',
  depth: parent_id === null ? 0 : 1,
  code: null,
  short_name: null,
  position: 1,
})

function answerTree() {
  const asked: (string | null)[] = []
  server.use(
    http.get('*/api/v1/organisations/tree', ({ request }) => {
      const root = new URL(request.url).searchParams.get('root')
      asked.push(root)
      const items =
        root === null
          ? [item('top', null, '区直机关工委', 1), item('finance', 'top', '财政局机关党委', 1)]
          : [item('finance', 'top', '财政局机关党委', 1), item('first', 'finance', '第一党支部', 0)]
      return HttpResponse.json({ as_of: '2026-11-22', items })
    }),
  )
  return asked
}

test('opens the tree level by level and gives the chosen organisation', async () => {
  const asked = answerTree()
  const chosen: (string | undefined)[] = []
  renderPart(<OrganisationPicker aria-label="组织" onChange={(id) => chosen.push(id)} />)
  await userEvent.click(screen.getByRole('combobox', { name: '组织' }))
  const finance = await screen.findByText('财政局机关党委')
  const opener = finance.closest('.ant-select-tree-treenode')?.querySelector('.ant-select-tree-switcher')
  await userEvent.click(opener ?? document.body)
  await userEvent.click(await screen.findByText('第一党支部'))
  expect(chosen).toEqual(['first'])
  expect(asked).toEqual([null, 'finance'])
})

test('finds by what is typed, at the server', async () => {
  answerTree()
  server.use(
    http.get('*/api/v1/organisations', ({ request }) => {
      const q = new URL(request.url).searchParams.get('q')
      return HttpResponse.json({
        items: [{ id: 'found', name: `找到：${q}`, kind: 'branch' }],
        next_cursor: null,
      })
    }),
  )
  const chosen: (string | undefined)[] = []
  renderPart(<OrganisationPicker aria-label="组织" onChange={(id) => chosen.push(id)} />)
  await userEvent.type(screen.getByRole('combobox', { name: '组织' }), 'czj')
  await userEvent.click(await screen.findByText('找到：czj'))
  expect(chosen).toEqual(['found'])
})

test('names an organisation that no opened level holds', async () => {
  answerTree()
  server.use(
    http.get('*/api/v1/organisations/far', () =>
      HttpResponse.json({ id: 'far', name: '水利局第三党支部', kind: 'branch' }),
    ),
  )
  renderPart(<OrganisationPicker aria-label="组织" value="far" />)
  expect(await screen.findByText('水利局第三党支部')).toBeInTheDocument()
})
