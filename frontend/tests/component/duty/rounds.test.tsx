import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { problem, renderAt, server, signedIn } from '../support/desk'
import {
  AT_FINANCE,
  boardBody,
  boardRow,
  COUNTS,
  listOf,
  NO_HISTORY,
  RUNS,
  reportBody,
  roundBody,
  WRITES,
} from './duty-bodies'

function answer(differences: object = {}, permissions: readonly string[] = RUNS) {
  const sent: unknown[] = []
  server.use(
    ...signedIn({ permissions }),
    http.get('*/api/v1/duty-rounds', () => listOf(roundBody(differences))),
    http.get('*/api/v1/duty-rounds/round-1', () => HttpResponse.json(roundBody(differences))),
    http.post('*/api/v1/duty-rounds/round-1/actions/:action', async ({ request, params }) => {
      sent.push([params.action, await request.json()])
      return HttpResponse.json(roundBody(differences))
    }),
    NO_HISTORY,
  )
  return sent
}

const OWN_PLACE = [
  http.get('*/api/v1/organisations/tree', () => HttpResponse.json({ items: [] })),
  http.get('*/api/v1/organisations/:id', () =>
    HttpResponse.json({ id: 'organisation-1', name: '明州区直机关工委', kind: 'working_committee' }),
  ),
]

test('the list says whose turn it is and how many reports are in', async () => {
  answer()
  await renderAt('/duty')
  const list = await screen.findByRole('region', { name: '述职轮次' })
  expect(await within(list).findByText('待 2 人提交述职报告，2026年12月15日 截止')).toBeVisible()
  expect(within(list).getByText('1 / 3 已提交')).toBeVisible()
  expect(within(list).getByRole('img', { name: '待审核 1 · 撰写中 1 · 未开始 1' })).toBeVisible()
})

const IMPORTED = {
  imported: true,
  state: 'archived',
  allowed_actions: [],
  title: '2023年度述职评议（历史结果）',
  year: 2023,
  as_of: null,
  report_due_on: null,
  opened_at: null,
  scheme: null,
  counts: { ...COUNTS, participants: 5 },
}

test('an imported year tells of no reports in the list, and of no day by which they were due', async () => {
  answer(IMPORTED)
  await renderAt('/duty')
  const list = await screen.findByRole('region', { name: '述职轮次' })
  const row = await within(list).findByRole('row', { name: /2023年度述职评议/ })
  expect(
    within(row)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual(['2023年度述职评议（历史结果）', ' 已归档已归档', '5 人', '向上述职', '—'])
})

test('an imported year shows its settings without days that nobody wrote down', async () => {
  answer(IMPORTED)
  await renderAt('/duty/rounds/round-1')
  const settings = await screen.findByRole('region', { name: '基本设置' })
  expect(
    within(settings)
      .getAllByRole('term')
      .map((term) => term.textContent),
  ).toEqual(['年度', '述职人员'])
})

test('a reader is offered no new round', async () => {
  answer({}, WRITES)
  await renderAt('/duty')
  await screen.findByText('2026年度党组织书记述职评议考核')
  expect(screen.queryByRole('button', { name: '新建一轮述职' })).toBeNull()
})

test('last year’s round is copied with a year and two days', async () => {
  answer({ state: 'archived', year: 2025, title: '2025年度述职评议', allowed_actions: [] })
  let sent: unknown
  server.use(
    http.post('*/api/v1/duty-rounds/round-1/copy', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json(roundBody({ counts: { ...COUNTS, participants: 41 } }), { status: 201 })
    }),
  )
  const { router } = await renderAt('/duty/rounds/new')
  expect(await screen.findByRole('textbox', { name: '标题' })).toHaveValue('2026年度述职评议')
  await userEvent.click(screen.getByRole('button', { name: '建立并生成名单' }))
  expect(await screen.findByText('已建立，名单 41 人')).toBeVisible()
  expect(sent).toEqual({
    year: 2026,
    title: '2026年度述职评议',
    as_of: '2026-11-22',
    report_due_on: '2026-12-31',
  })
  expect(router.state.location.pathname).toBe('/duty/rounds/round-1')
})

test('a round of somebody below is not what a new one copies unless it is chosen', async () => {
  answer({ organisation_id: 'organisation-2', organisation_name: '区财政局机关党委', direction: 'downward' })
  server.use(...OWN_PLACE)
  await renderAt('/duty/rounds/new')
  expect(await screen.findByRole('radio', { name: '从头设置' })).toBeChecked()
  expect(screen.getByRole('radio', { name: /向上述职/ })).toBeChecked()
  await userEvent.click(screen.getByRole('radio', { name: '复制以前的一轮' }))
  await userEvent.click(screen.getByRole('combobox', { name: '复制哪一轮' }))
  expect(await screen.findByText(/（区财政局机关党委）$/)).toBeVisible()
})

test('a round from the start takes the year into its title until somebody names it', async () => {
  answer()
  let sent: unknown
  server.use(
    http.get('*/api/v1/duty-rounds', () => listOf()),
    ...OWN_PLACE,
    http.post('*/api/v1/duty-rounds', async ({ request }) => {
      sent = await request.json()
      return problem(422, 'malformed', '填写有误', {
        errors: [{ pointer: '/title', code: 'taken', message: '已有同名的轮次' }],
      })
    }),
  )
  await renderAt('/duty/rounds/new')
  const year = await screen.findByRole('spinbutton', { name: '年度' })
  await userEvent.clear(year)
  await userEvent.type(year, '2027')
  await userEvent.click(screen.getByRole('radio', { name: /向下述职/ }))
  expect(screen.getByRole('textbox', { name: '标题' })).toHaveValue('2027年度党支部书记向党员述职评议')
  await userEvent.click(screen.getByRole('button', { name: '建立并生成名单' }))
  expect(await screen.findByText('已有同名的轮次')).toBeVisible()
  expect(sent).toMatchObject({ organisation_id: 'organisation-1', year: 2027, direction: 'downward' })
})

test('a draft says what it still needs, and is not offered to be opened first', async () => {
  answer({
    state: 'draft',
    allowed_actions: ['open'],
    scheme: null,
    opened_at: null,
    counts: { ...COUNTS, participants: 3, not_started: 3 },
  })
  await renderAt('/duty/rounds/round-1')
  const section = await screen.findByRole('region', { name: '启动前要办的' })
  expect(within(section).getAllByText('已就绪')).toHaveLength(2)
  expect(within(section).getByText('还缺')).toBeVisible()
  expect(within(section).getByRole('link', { name: '去设置 设定评议方案' })).toHaveAttribute(
    'href',
    '/duty/rounds/round-1/scheme',
  )
  expect(screen.getByRole('button', { name: '启动述职' })).not.toHaveClass('ant-btn-primary')
  expect(screen.queryByRole('link', { name: '报告进度' })).toBeNull()
})

test('starting the appraisal says in words who still owes a report', async () => {
  const sent = answer()
  await renderAt('/duty/rounds/round-1')
  const steps = await screen.findByRole('region', { name: '述职进程' })
  expect(within(steps).getByRole('status')).toHaveTextContent('待 2 人提交述职报告')
  expect(steps).toHaveTextContent('述职2026年11月2日')
  await userEvent.click(screen.getByRole('button', { name: '开始评议' }))
  const dialog = await screen.findByRole('dialog')
  expect(dialog).toHaveTextContent('还有 2 人没有提交报告')
  await userEvent.click(within(dialog).getByRole('button', { name: '开始评议' }))
  expect(await screen.findByText('已开始评议')).toBeVisible()
  expect(sent).toEqual([['start_appraisal', {}]])
})

test('reopening needs a reason', async () => {
  const sent = answer({ state: 'published', allowed_actions: ['archive', 'reopen'] })
  await renderAt('/duty/rounds/round-1')
  await userEvent.click(await screen.findByRole('button', { name: '重新评议' }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.click(within(dialog).getByRole('button', { name: '重新评议' }))
  expect(await within(dialog).findByText('请写明原因')).toBeVisible()
  await userEvent.type(within(dialog).getByRole('textbox', { name: '原因' }), '复核属实')
  await userEvent.click(within(dialog).getByRole('button', { name: '重新评议' }))
  expect(await screen.findByText('已回到评议阶段')).toBeVisible()
  expect(sent).toEqual([['reopen', { reason: '复核属实' }]])
})

test('putting reports off sends the changed day alone', async () => {
  answer()
  const sent: unknown[] = []
  server.use(
    http.patch('*/api/v1/duty-rounds/round-1', async ({ request }) => {
      sent.push(request.headers.get('If-Match'), await request.json())
      return HttpResponse.json(roundBody())
    }),
  )
  await renderAt('/duty/rounds/round-1')
  await userEvent.click(await screen.findByRole('button', { name: '调整日期' }))
  const dialog = await screen.findByRole('dialog')
  const due = within(dialog).getByRole('textbox', { name: '报告截止日期' })
  await userEvent.click(due)
  await userEvent.clear(due)
  await userEvent.type(due, '2026-12-20{Enter}')
  await userEvent.click(within(dialog).getByRole('button', { name: '保存' }))
  expect(await screen.findByText('已保存')).toBeVisible()
  expect(sent).toEqual(['"4"', { report_due_on: '2026-12-20' }])
})

test('whoever reports begins the report from the round', async () => {
  answer({ organises: false, allowed_actions: [] }, WRITES)
  let sent: unknown
  server.use(
    ...signedIn({ permissions: WRITES, assignment: AT_FINANCE, assignments: [AT_FINANCE] }),
    http.get('*/api/v1/duty-rounds/round-1/board', () =>
      HttpResponse.json(boardBody([boardRow(1, { name: '张伟' })], { may_remind: false })),
    ),
    http.post('*/api/v1/duty-reports', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json(reportBody(), { status: 201 })
    }),
    http.get('*/api/v1/duty-reports/report-1', () => HttpResponse.json(reportBody())),
    http.get('*/api/v1/duty-reports/report-1/comments', () => HttpResponse.json({ items: [] })),
  )
  const { router } = await renderAt('/duty/rounds/round-1')
  const own = await screen.findByRole('region', { name: '本组织的述职报告' })
  expect(own).toHaveTextContent('未开始2026年12月15日 前提交 · 还有 23 天')
  expect(screen.getByText('述职中，2026年12月15日 截止')).toBeVisible()
  await userEvent.click(within(own).getByRole('button', { name: '开始写述职报告' }))
  expect(await screen.findByRole('heading', { name: '张伟的述职报告' })).toBeVisible()
  expect(sent).toEqual({ round_id: 'round-1', organisation_id: 'organisation-2' })
  expect(router.state.location.pathname).toBe('/duty/reports/report-1')
})
