import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { renderAt, server, signedIn } from '../support/desk'

const PERMISSIONS = ['users.read', 'role_assignments.read', 'role_assignments.write', 'organisations.read']

const item = (id: string, parent_id: string | null, name: string, child_count: number) => ({
  id,
  parent_id,
  depth: parent_id === null ? 0 : 1,
  kind: 'branch',
  code: id,
  name,
  short_name: name,
  position: 0,
  child_count,
  matched: false,
})

const TREE = [
  item('organisation-1', null, '区直机关工委', 1),
  item('organisation-2', 'organisation-1', '第一党支部', 0),
]

const held = (
  id: string,
  role: string,
  user_id: string,
  display_name: string,
  organisation_id = 'organisation-1',
) => ({
  id,
  version: 1,
  state: 'active',
  allowed_actions: user_id === 'user-1' ? [] : ['end'],
  created_at: '2026-11-01T00:00:00Z',
  updated_at: '2026-11-01T00:00:00Z',
  user_id,
  username: user_id,
  display_name,
  role,
  organisation_id,
  organisation_name: organisation_id === 'organisation-1' ? '区直机关工委' : '第一党支部',
  granted_at: '2026-11-01T00:00:00Z',
  ended_at: null,
})

const OWN = held('a-1', 'security_admin', 'user-1', '王芳')
const SYSTEM = held('a-2', 'system_admin', 'user-2', '钱建国')
const SECRETARY = held('a-3', 'secretary', 'user-3', '陈淑芬', 'organisation-2')

const list = (...items: object[]) => HttpResponse.json({ items, next_cursor: null, total: items.length })

function answer() {
  server.use(
    ...signedIn({ permissions: PERMISSIONS }),
    http.get('*/api/v1/organisations/tree', () => HttpResponse.json({ as_of: '2026-11-22', items: TREE })),
    http.get('*/api/v1/organisations/organisation-2/ancestors', () =>
      HttpResponse.json({ items: TREE.slice(0, 1) }),
    ),
    http.get('*/api/v1/organisations/:id', ({ params }) =>
      HttpResponse.json(TREE.find(({ id }) => id === params.id)),
    ),
    http.get('*/api/v1/role-assignments', ({ request }) => {
      const { searchParams } = new URL(request.url)
      if (searchParams.get('user_id') === 'user-2') return list(SYSTEM)
      return searchParams.get('organisation_id') === 'organisation-1' ? list(OWN, SYSTEM) : list(SECRETARY)
    }),
    http.get('*/api/v1/users', () =>
      list(
        { id: 'user-1', username: 'user-1', display_name: '王芳', organisation_name: '区直机关工委' },
        { id: 'user-2', username: 'user-2', display_name: '钱建国', organisation_name: '区直机关工委' },
      ),
    ),
  )
}

test('shows who holds what at the chosen organisation, and why the own role cannot be ended', async () => {
  answer()
  await renderAt('/system/role-assignments')
  const own = await screen.findByRole('row', { name: /王芳/ })
  expect(own).toHaveTextContent('安全管理员')
  expect(own).toHaveTextContent('自己的角色 · 须由另一位安全管理员终止')
  expect(within(own).queryByRole('button', { name: '终止' })).toBeNull()
  expect(
    within(screen.getByRole('row', { name: /钱建国/ })).getByRole('button', { name: '终止' }),
  ).toBeEnabled()
})

test('a choice in the tree is kept in the address, and roles above reach it', async () => {
  answer()
  const { router } = await renderAt('/system/role-assignments')
  await userEvent.click(await screen.findByText('第一党支部'))
  expect(await screen.findByRole('row', { name: /陈淑芬/ })).toHaveTextContent('党组织书记')
  expect(router.state.location.search).toEqual({ organisation_id: 'organisation-2' })
  await userEvent.click(screen.getByText('上级（管到这里）'))
  expect(await screen.findByRole('row', { name: /钱建国/ })).toHaveTextContent('系统管理员区直机关工委')
  expect(screen.queryByRole('row', { name: /陈淑芬/ })).toBeNull()
})

test('ends a role for a reason', async () => {
  answer()
  let sent: unknown
  server.use(
    http.post('*/api/v1/role-assignments/a-2/actions/end', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ ...SYSTEM, state: 'ended', ended_at: '2026-11-22T00:00:00Z' })
    }),
  )
  await renderAt('/system/role-assignments')
  const row = await screen.findByRole('row', { name: /钱建国/ })
  await userEvent.click(within(row).getByRole('button', { name: '终止' }))
  const dialog = await screen.findByRole('dialog')
  expect(dialog).toHaveTextContent('终止 钱建国 的“系统管理员”？')
  await userEvent.type(within(dialog).getByRole('textbox', { name: '原因' }), '岗位调整')
  await userEvent.click(within(dialog).getByRole('button', { name: '终止' }))
  expect(await screen.findByText('已终止', { selector: '.ant-message *' })).toBeVisible()
  expect(sent).toEqual({ reason: '岗位调整' })
})

test('grants nothing to oneself, and no second of the three separated roles', async () => {
  answer()
  await renderAt('/system/role-assignments')
  await userEvent.click(await screen.findByRole('button', { name: '授予角色' }))
  const dialog = await screen.findByRole('dialog')
  expect(dialog).toHaveTextContent('授予角色')
  await userEvent.click(within(dialog).getByRole('combobox', { name: '用户' }))
  const self = await screen.findByText('王芳 · user-1 · 不能给自己授权')
  expect(self.closest('.ant-select-item')).toHaveClass('ant-select-item-option-disabled')
  await userEvent.click(screen.getByText('钱建国 · user-2 · 区直机关工委'))
  expect(await within(dialog).findByText('现有角色：系统管理员')).toBeVisible()
  await userEvent.click(within(dialog).getByRole('combobox', { name: '角色' }))
  const auditor = await screen.findByText('审计员 · 与系统管理员不得兼任')
  expect(auditor.closest('.ant-select-item')).toHaveClass('ant-select-item-option-disabled')
})

test('the permission table marks what each role may do', async () => {
  server.use(
    ...signedIn({ permissions: PERMISSIONS }),
    http.get('*/api/v1/permissions', () =>
      HttpResponse.json({
        roles: [
          { role: 'system_admin', permissions: ['home.read', 'users.write'] },
          { role: 'auditor', permissions: ['audit.read', 'home.read'] },
        ],
      }),
    ),
  )
  await renderAt('/system/permissions')
  const row = await screen.findByRole('row', { name: /新建、停用、重置账号/ })
  expect(
    within(row)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent),
  ).toEqual(['可以', '不可以'])
  expect(screen.getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual(
    expect.arrayContaining(['打开首页', '查阅审计日志、校验链条']),
  )
})
