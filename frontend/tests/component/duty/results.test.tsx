import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test, vi } from 'vitest'
import { renderAt, server, signedIn } from '../support/desk'
import { CALCULATED, EXPLANATION, FELLOWS, LEADERS, page, RECORD, RESULT } from './voting-bodies'

// The picture itself needs a canvas; what it shows is asked of its option and its table.
vi.mock('@/dashboard/charts/ChartCanvas', () => ({ ChartCanvas: () => null }))

const LEADER = ['duty_rounds.read', 'duty_results.read', 'duty_results.decide']
const PATH = '/duty/rounds/round-1/results'
const ONE = `${PATH}/organisation-2`

const WITHHELD = {
  ...RESULT,
  id: 'result-2',
  organisation_id: 'organisation-3',
  name: '王芳',
  total: '92.00',
  groups: [
    { ...LEADERS, score: null, sheets: null, missing: null, withheld: true },
    { ...FELLOWS, score: '92.00' },
    RECORD,
  ],
  proposed_grade: 'excellent',
  proposed_grade_title: '优秀',
}

function answerResults(results: readonly object[], round: object = {}) {
  const sent: unknown[] = []
  server.use(
    http.get('*/api/v1/organisations/tree', () => HttpResponse.json({ items: [] })),
    ...signedIn({ permissions: LEADER }),
    http.get('*/api/v1/duty-rounds/round-1', () => HttpResponse.json({ ...CALCULATED, ...round })),
    http.get('*/api/v1/duty-rounds/round-1/results', () => HttpResponse.json(page(...results))),
    http.get('*/api/v1/duty-rounds/round-1/revisions', () => HttpResponse.json(page())),
    http.get('*/api/v1/duty-rounds/round-1/results/organisation-2', () => HttpResponse.json(results[0])),
    http.get('*/api/v1/duty-rounds/round-1/results/organisation-2/explanation', () =>
      HttpResponse.json(EXPLANATION),
    ),
    http.get('*/api/v1/duty-rounds/round-1/results/organisation-2/objections', () =>
      HttpResponse.json({ items: [] }),
    ),
    http.post('*/api/v1/duty-rounds/round-1/results/:organisation/decision', async ({ params, request }) => {
      sent.push([params.organisation, await request.json()])
      return HttpResponse.json({ ...RESULT, state: 'decided' })
    }),
    http.post(
      '*/api/v1/duty-rounds/round-1/results/organisation-2/actions/:action',
      async ({ params, request }) => {
        sent.push([params.action, await request.json()])
        return HttpResponse.json(RESULT)
      },
    ),
  )
  return sent
}

const dialog = async () => within(await screen.findByRole('dialog'))

test('everybody in the order of the meeting, withheld groups in words, whose turn it is', async () => {
  answerResults([RESULT, WITHHELD])
  await renderAt(PATH)
  const row = await screen.findByRole('row', { name: /陈晓/ })
  expect(
    within(row)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual([
    '',
    '陈晓',
    '区财政局机关支部',
    '87.60',
    '90.00',
    '84.00',
    '当年无任务',
    '较好',
    '—',
    ' 待领导确定',
  ])
  expect(screen.getByRole('row', { name: /王芳/ })).toHaveTextContent('92.00不公布92.00')
  expect(screen.getByText('待确定 2 人')).toBeVisible()
})

test('the class’s spread is there as a table, too', async () => {
  answerResults([RESULT, WITHHELD])
  await renderAt(PATH)
  await userEvent.click(await screen.findByRole('button', { name: '以表格显示' }))
  const table = screen.getByRole('table', { name: /各评议主体和总分/ })
  expect(
    within(table)
      .getAllByRole('rowheader')
      .map((head) => head.textContent),
  ).toEqual(['总分', '领导评议', '书记互评'])
})

test('what is chosen is decided as proposed, one after the other', async () => {
  const sent = answerResults([RESULT, WITHHELD])
  await renderAt(PATH)
  const row = await screen.findByRole('row', { name: /王芳/ })
  await userEvent.click(within(row).getByRole('checkbox'))
  await userEvent.click(within(screen.getByRole('row', { name: /陈晓/ })).getByRole('checkbox'))
  await userEvent.click(screen.getByRole('button', { name: '按建议确定 2 人' }))
  await userEvent.click((await dialog()).getByRole('button', { name: '按建议确定 2 人' }))
  expect(await screen.findByText('已确定 2 人')).toBeVisible()
  expect(sent).toEqual([
    ['organisation-2', { grade: 'good' }],
    ['organisation-3', { grade: 'excellent' }],
  ])
})

test('another grade needs a reason, and says that a second leader confirms it', async () => {
  const sent = answerResults([RESULT])
  await renderAt(ONE)
  await userEvent.click(await screen.findByRole('button', { name: '另定等次' }))
  const form = await dialog()
  expect(form.getByText(/建议是“较好”。另定须写明原因，并由另一位领导复核后才生效。/)).toBeVisible()
  await userEvent.click(form.getByLabelText('一般'))
  await userEvent.click(form.getByRole('button', { name: '另定等次' }))
  expect(await form.findByText(/请.*原因/)).toBeVisible()
  await userEvent.type(form.getByLabelText('原因'), '受到处分')
  await userEvent.click(form.getByRole('button', { name: '另定等次' }))
  expect(await screen.findByText('已提交，待另一位领导复核')).toBeVisible()
  expect(sent).toEqual([['organisation-2', { grade: 'fair', reason: '受到处分' }]])
})

const AWAITING = {
  ...RESULT,
  state: 'awaiting_confirmation',
  decided_grade: 'fair',
  decided_grade_title: '一般',
  decision_reason: '受到处分',
  decided_by_name: '林国栋',
  decided_at: '2026-11-22T03:00:00Z',
}

test('a second person confirms what another decided, with the reason before the eyes', async () => {
  const sent = answerResults([{ ...AWAITING, allowed_actions: ['confirm', 'refuse'] }])
  await renderAt(ONE)
  await userEvent.click(await screen.findByRole('button', { name: '复核同意' }))
  const form = await dialog()
  expect(form.getByText('林国栋的决定由您复核后生效。')).toBeVisible()
  expect(form.getByText('原因：受到处分')).toBeVisible()
  await userEvent.click(form.getByRole('button', { name: '复核同意' }))
  expect(await screen.findByText('已复核')).toBeVisible()
  expect(sent).toEqual([['confirm', {}]])
})

test('whoever decided cannot confirm it, but take it back with a reason', async () => {
  const sent = answerResults([{ ...AWAITING, allowed_actions: ['take_back'] }])
  await renderAt(ONE)
  expect(await screen.findByText('待另一位领导复核')).toBeVisible()
  expect(screen.queryByRole('button', { name: '复核同意' })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: '撤回决定' }))
  const form = await dialog()
  await userEvent.type(form.getByLabelText('原因'), '再议')
  await userEvent.click(form.getByRole('button', { name: '撤回决定' }))
  expect(await screen.findByText('已撤回')).toBeVisible()
  expect(sent).toEqual([['take_back', { reason: '再议' }]])
})

test('every number is explained line by line, by group', async () => {
  answerResults([RESULT])
  await renderAt(ONE)
  const part = (await screen.findByRole('heading', { level: 3, name: '领导评议' })).closest('section')
  expect(
    within(part as HTMLElement)
      .getAllByRole('listitem', { hidden: true })
      .map((line) => line.textContent),
  ).toEqual(['有效票 6 张（至少 5 张）', '6 张票，每张得分 90', '平均分 = 540 ÷ 6 = 90'])
  expect(screen.getByText('总分 = （30×90 + 30×84）÷（30 + 30） = 87')).toBeVisible()
})

test('a group’s title may hold a colon', async () => {
  const title = '测评：群众'
  const lines = [{ step: 'group', text: `${title}：平均分 = 90`, value: '90', group: 'leaders' }]
  answerResults([{ ...RESULT, groups: [{ ...LEADERS, title }] }])
  server.use(
    http.get('*/api/v1/duty-rounds/round-1/results/organisation-2/explanation', () =>
      HttpResponse.json({ ...EXPLANATION, lines }),
    ),
  )
  await renderAt(ONE)
  expect(await screen.findByRole('heading', { level: 3, name: title })).toBeVisible()
  expect(screen.getByText('平均分 = 90')).toBeVisible()
})

test.each([
  ['proposed', true],
  ['decided', false],
] as const)('publication is next once every grade is decided: %s', async (state, isEarly) => {
  answerResults([{ ...RESULT, state }], { allowed_actions: ['publish'] })
  await renderAt(PATH)
  await screen.findByRole('row', { name: /陈晓/ })
  const publish = screen.getByRole('button', { name: '发布结果' })
  expect(publish.classList.contains('ant-btn-primary')).toBe(!isEarly)
  await userEvent.click(publish)
  await screen.findByRole('dialog')
  const warned = screen.queryByText('还有 1 人的等次没有确定，全部确定后才能发布。')
  expect(warned !== null).toBe(isEarly)
})

test('what was published stays with its hash, and is taken away for a recount', async () => {
  answerResults([{ ...RESULT, state: 'published', allowed_actions: [] }], { state: 'published' })
  const sha256 = 'ab'.repeat(32)
  server.use(
    http.get('*/api/v1/duty-rounds/round-1/revisions', () =>
      HttpResponse.json(
        page({
          id: 'revision-1',
          version: 1,
          revision: 1,
          sha256,
          published_at: '2026-11-22T04:00:00Z',
          published_by_name: '周明远',
        }),
      ),
    ),
  )
  await renderAt(PATH)
  expect(await screen.findByText(sha256)).toBeVisible()
  expect(screen.getByText('周明远于 2026年11月22日 12:00 发布')).toBeVisible()
  expect(screen.getByRole('button', { name: /导出最新版供复算/ })).toBeVisible()
})
