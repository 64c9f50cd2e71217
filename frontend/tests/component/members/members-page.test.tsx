import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test, vi } from 'vitest'
import { problem, renderAt, server, signedIn } from '../support/desk'
import { CODE_TABLES, memberBody, treeBody } from './member-bodies'

const NUMBER = '110105198203140011'
const READER = ['home.read', 'members.read', 'organisations.read']

function answer(items: readonly object[], permissions: readonly string[] = READER) {
  const asked: string[] = []
  server.use(
    ...signedIn({ permissions }),
    http.get('*/api/v1/code-tables', () => HttpResponse.json(CODE_TABLES)),
    http.get('*/api/v1/organisations/tree', ({ request }) =>
      HttpResponse.json(treeBody(new URL(request.url).searchParams.get('root'))),
    ),
    http.get('*/api/v1/organisations/:id', () => HttpResponse.json({ id: 'branch-1', name: '第一党支部' })),
    http.get('*/api/v1/members', ({ request }) => {
      asked.push(new URL(request.url).search)
      return HttpResponse.json({ items, next_cursor: null, total: items.length })
    }),
  )
  return asked
}

test('shows each member with words for codes, masked numbers and as much of a date as is known', async () => {
  answer([
    memberBody(),
    memberBody({
      id: 'member-2',
      name: '白秀云',
      sex: null,
      joined_on: '1987-04-01',
      joined_precision: 'day',
    }),
    memberBody({ id: 'member-3', name: '鲍彬', joined_on: null }),
  ])
  localStorage.setItem(
    'gongwei.columns.members',
    JSON.stringify([
      'name',
      'sex',
      'age',
      'nationality',
      'education',
      'branch',
      'group',
      'joined_on',
      'standing',
      'service',
      'identity_number',
      'phone',
    ]),
  )
  await renderAt('/members')
  const row = (await screen.findByRole('link', { name: '何晓东' })).closest('tr')
  expect(row).toHaveTextContent(
    '何晓东男44汉族大学本科第一党支部—2006年7月正式党员在职110***********0014139****5678',
  )
  expect(screen.getByRole('link', { name: '白秀云' }).closest('tr')).toHaveTextContent('1987年4月1日')
  expect(screen.getByRole('link', { name: '鲍彬' }).closest('tr')).toHaveTextContent('第一党支部——正式党员')
  expect(screen.getByText('已显示 3 条，共 3 条')).toBeVisible()
})

test('asks for what the address says, an organisation with everything below it', async () => {
  const asked = answer([memberBody()])
  await renderAt('/members?organisation_id=branch-1&sex=female&age_from=35&as_of=2008-12-31&sort=-joined_on')
  await screen.findByRole('link', { name: '何晓东' })
  const query = new URLSearchParams(asked[0])
  expect(Object.fromEntries(query)).toEqual({
    organisation_id: 'branch-1',
    scope: 'subtree',
    sex: 'female',
    age_from: '35',
    as_of: '2008-12-31',
    sort: '-joined_on',
    limit: '50',
    include_total: 'true',
  })
  expect(screen.getByRole('spinbutton', { name: '年龄从' })).toHaveValue('35')
})

test('puts a filter into the address when typing has come to rest', async () => {
  answer([memberBody()])
  const { router } = await renderAt('/members')
  await userEvent.click(await screen.findByRole('button', { name: '更多筛选' }))
  await userEvent.type(screen.getByRole('spinbutton', { name: '年龄到' }), '44')
  await waitFor(() => expect(router.state.location.search).toEqual({ age_to: '44' }))
  await userEvent.click(await screen.findByRole('button', { name: '清除筛选' }))
  await waitFor(() => expect(router.state.location.search).toEqual({}))
})

test('exports exactly what is shown', async () => {
  answer([memberBody()])
  const exported: string[] = []
  server.use(
    http.get('*/api/v1/members/export', ({ request }) => {
      exported.push(new URL(request.url).search)
      return new HttpResponse('workbook')
    }),
  )
  const saved = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
  await renderAt('/members?organisation_id=branch-1&service=retired&sort=birth_on')
  await userEvent.click(await screen.findByRole('button', { name: '导出 Excel' }))
  await waitFor(() => expect(saved).toHaveBeenCalledTimes(1))
  expect(exported).toEqual(['?organisation_id=branch-1&service=retired&sort=birth_on&scope=subtree'])
})

test('says what the roster is for while it is empty, and offers entering only to those who may', async () => {
  answer([])
  await renderAt('/members')
  expect(await screen.findByText('还没有党员')).toBeVisible()
  expect(screen.queryByRole('button', { name: '录入党员' })).toBeNull()
  expect(screen.queryByRole('link', { name: '导入花名册' })).toBeNull()
})

test('leads to the import and to entering for those who may', async () => {
  answer([], [...READER, 'members.write', 'imports.prepare'])
  await renderAt('/members')
  expect(await screen.findByRole('link', { name: '导入花名册' })).toHaveAttribute(
    'href',
    '/imports/new?kind=members',
  )
  expect(screen.getByRole('button', { name: '录入党员' })).toBeVisible()
})

test('says in the server’s words why the roster cannot be shown', async () => {
  answer([])
  server.use(http.get('*/api/v1/members', () => problem(422, 'malformed', '筛选条件有误')))
  await renderAt('/members?sex=unknown')
  expect(within(await screen.findByRole('alert')).getByText('筛选条件有误')).toBeVisible()
})

/** Answers a look-up by number; what was sent, and every address that was asked for. */
function numbers(found: object | null) {
  const sent: unknown[] = []
  const addresses: string[] = []
  server.events.on('request:start', ({ request }) => addresses.push(decodeURIComponent(request.url)))
  server.use(
    http.post('*/api/v1/members/lookup', async ({ request }) => {
      sent.push(await request.json())
      return found === null ? problem(404, 'not_found', '没有找到') : HttpResponse.json(found)
    }),
    http.get('*/api/v1/organisations', () => HttpResponse.json({ items: [], next_cursor: null })),
  )
  return { sent, addresses }
}

test('looks a whole identity number up in a body and never puts it, or its beginning, into an address', async () => {
  answer([memberBody()])
  const { sent, addresses } = numbers(memberBody())
  const { router } = await renderAt('/members?q=hxd')
  const search = await screen.findByRole('textbox', { name: '姓名、拼音首字母或完整身份号码' })
  await userEvent.clear(search)
  await userEvent.type(search, NUMBER.slice(0, 17))
  expect(await screen.findByText(/请输入完整的 18 位身份号码/)).toBeVisible()
  await userEvent.type(search, NUMBER.slice(17))
  const found = await screen.findByText('该身份号码是：')
  expect(within(found).getByRole('link', { name: '何晓东' })).toHaveAttribute('href', '/members/member-1')
  expect(sent).toEqual([{ identity_number: NUMBER }])
  expect(router.state.location.href).toBe('/members')
  expect(search).toHaveValue(NUMBER)
  expect(addresses.filter((address) => address.includes(NUMBER.slice(0, 6)))).toEqual([])
  await userEvent.clear(search)
  await waitFor(() => expect(screen.queryByText('该身份号码是：')).toBeNull())
})

test('says that nobody has a number, and what is wrong with one', async () => {
  answer([memberBody()])
  const { sent } = numbers(null)
  await renderAt('/members')
  const search = await screen.findByRole('textbox', { name: '姓名、拼音首字母或完整身份号码' })
  await userEvent.type(search, NUMBER)
  expect(await screen.findByText('在您的管理范围内没有使用这个身份号码的党员。')).toBeVisible()
  await userEvent.type(search, '{Backspace}5')
  expect(await screen.findByText('校验码不对，号码中有错，请核对')).toBeVisible()
  expect(sent).toEqual([{ identity_number: NUMBER }])
})

test('the search of the whole desk asks for a number in a body alone', async () => {
  answer([memberBody()])
  const { sent, addresses } = numbers(memberBody())
  await renderAt('/members')
  await userEvent.type(await screen.findByRole('combobox', { name: /搜索/ }), NUMBER)
  expect(await screen.findByRole('option', { name: '何晓东 第一党支部' })).toBeInTheDocument()
  expect(sent).toEqual([{ identity_number: NUMBER }])
  expect(addresses.filter((address) => address.includes(NUMBER.slice(0, 14)))).toEqual([])
})
