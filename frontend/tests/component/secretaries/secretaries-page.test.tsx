import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { problem, renderAt, server, signedIn } from '../support/desk'
import { enterDate } from '../support/enter-date'
import { PICKER_ANSWERS, page, secretaryBody } from './secretary-bodies'

const READER = ['home.read', 'organisations.read', 'members.read', 'secretaries.read']

function answerList(items: readonly object[], permissions: readonly string[] = READER) {
  const asked: URLSearchParams[] = []
  server.use(
    ...signedIn({ permissions }),
    ...PICKER_ANSWERS,
    http.get('*/api/v1/secretaries', ({ request }) => {
      asked.push(new URL(request.url).searchParams)
      return page(...items)
    }),
  )
  return asked
}

test('shows who holds what since when, with what is late', async () => {
  answerList([
    secretaryBody(),
    secretaryBody({ id: 'secretary-2', name: '刘敏', term_ends_on: '2026-01-31', talk_due_on: '2026-11-01' }),
  ])
  await renderAt('/secretaries')
  const row = (await screen.findByRole('link', { name: '陈立' })).closest('tr')
  expect(row).toHaveTextContent('陈立书记区财政局机关党总支兼职2024年3月1日2027年2月28日— 在任')
  const late = screen.getByRole('link', { name: '刘敏' }).closest('tr')
  expect(late?.querySelectorAll('.status-overdue')).toHaveLength(2)
  expect(late).toHaveTextContent('2026年1月31日 2026年11月1日前')
})

test('asks for what the address says and drops what no server would understand', async () => {
  const asked = answerList([secretaryBody()])
  await renderAt('/secretaries?as_of=2025-01-01&post=secretary&full_time=false&state=nonsense&q=陈')
  await screen.findByRole('link', { name: '陈立' })
  expect(Object.fromEntries(asked[0] ?? [])).toEqual({
    q: '陈',
    scope: 'subtree',
    as_of: '2025-01-01',
    post: 'secretary',
    full_time: 'false',
    limit: '50',
    include_total: 'true',
  })
})

test('shows the tabs that the reader may open, and no way to enter what only officers enter', async () => {
  answerList([secretaryBody()])
  await renderAt('/secretaries')
  const tabs = await screen.findByRole('navigation', { name: '书记' })
  expect(
    within(tabs)
      .getAllByRole('link')
      .map((link) => link.textContent),
  ).toEqual(['在任', '空缺'])
  expect(screen.queryByRole('button', { name: '补录任职' })).toBeNull()
})

test('an empty list says where secretaries come from', async () => {
  answerList([])
  await renderAt('/secretaries')
  expect(await screen.findByText('还没有登记书记')).toBeVisible()
})

test('enters an appointment from before the system with why it comes late', async () => {
  answerList([], [...READER, 'secretaries.write'])
  let sent: unknown
  server.use(
    http.get('*/api/v1/members', ({ request }) => {
      const isFound = new URL(request.url).searchParams.get('q') === '陈'
      const found = { id: 'member-1', person_id: 'person-1', name: '陈立', organisation_name: '第一党支部' }
      return isFound ? page({ ...found, standing: 'full' }) : page()
    }),
    http.get('*/api/v1/organisations', () =>
      page({ id: 'organisation-2', name: '区财政局机关党总支', kind: 'general_branch' }),
    ),
    http.post('*/api/v1/secretaries', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json(secretaryBody(), { status: 201 })
    }),
  )
  await renderAt('/secretaries')
  const user = userEvent.setup({ delay: null })
  await user.click(await screen.findByRole('button', { name: '补录任职' }))
  const dialog = await screen.findByRole('dialog')
  await user.click(within(dialog).getByRole('combobox', { name: '党组织' }))
  await user.keyboard('财政')
  await user.click(await screen.findByText('区财政局机关党总支'))
  await user.click(within(dialog).getByRole('combobox', { name: '姓名' }))
  await user.keyboard('陈')
  await user.click(await screen.findByText('陈立（第一党支部）'))
  await enterDate(within(dialog).getByRole('textbox', { name: '任职日期' }), '2024-03-01')
  await user.type(within(dialog).getByRole('textbox', { name: '补录原因' }), '系统启用前任职')
  await user.click(within(dialog).getByRole('button', { name: '补录任职' }))
  expect(await screen.findByText('已补录')).toBeVisible()
  expect(sent).toEqual({
    organisation_id: 'organisation-2',
    person_id: 'person-1',
    post: 'secretary',
    full_time: false,
    from_on: '2024-03-01',
    late_reason: '系统启用前任职',
  })
})

test('vacancies lead to a nomination for the organisation', async () => {
  server.use(
    ...signedIn({ permissions: [...READER, 'nominations.read', 'nominations.prepare'] }),
    ...PICKER_ANSWERS,
    http.get('*/api/v1/secretaries/vacancies', () =>
      page({
        organisation_id: 'organisation-2',
        organisation_name: '区财政局机关党总支',
        kind: 'general_branch',
        since: null,
      }),
    ),
  )
  await renderAt('/secretaries/vacancies')
  const row = (await screen.findByRole('link', { name: '区财政局机关党总支' })).closest('tr')
  expect(row).toHaveTextContent('区财政局机关党总支党总支未登记过书记提名')
  expect(screen.getByRole('link', { name: '为区财政局机关党总支提名' })).toHaveAttribute(
    'href',
    '/secretaries/nominations/new?organisation_id=organisation-2',
  )
})

test('a list that cannot be loaded says why and offers another try', async () => {
  server.use(
    ...signedIn({ permissions: READER }),
    ...PICKER_ANSWERS,
    http.get('*/api/v1/secretaries/vacancies', () => problem(500, 'internal', '服务器出错')),
  )
  await renderAt('/secretaries/vacancies')
  expect(await screen.findByRole('alert')).toHaveTextContent('服务器出错')
  expect(screen.getByRole('button', { name: '重试' })).toBeVisible()
})
