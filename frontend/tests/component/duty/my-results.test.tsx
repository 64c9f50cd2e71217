import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test, vi } from 'vitest'
import { renderAt, server, signedIn } from '../support/desk'
import { EXPLANATION, OWN_RESULT } from './voting-bodies'

vi.mock('@/dashboard/charts/ChartCanvas', () => ({ ChartCanvas: () => null }))

const RESULT = '*/api/v1/duty-rounds/round-1/results/organisation-2'

function answerOwn(...results: readonly object[]) {
  server.use(
    ...signedIn({
      person_id: 'person-1',
      permissions: ['home.read', 'duty_rounds.read', 'duty_reports.read'],
    }),
    http.get('*/api/v1/me/duty-results', () => HttpResponse.json({ items: results })),
    http.get(`${RESULT}/explanation`, () => HttpResponse.json(EXPLANATION)),
    http.get(`${RESULT}/objections`, () => HttpResponse.json({ items: [] })),
  )
}

test('own results by year, the one to be acknowledged marked, a superseded one too', async () => {
  const before = { ...OWN_RESULT, id: 'result-0', superseded: true, acknowledged_at: '2026-11-20T02:00:00Z' }
  answerOwn({ ...OWN_RESULT, revision: 2 }, before)
  await renderAt('/duty/my-results')
  const [first, second] = (await screen.findAllByRole('link', { name: '2025年度述职评议' })).map((link) =>
    link.closest('li'),
  )
  expect(first).toHaveTextContent(
    '2025年 · 区财政局机关支部 · 第 2 版 · 2026年11月22日 发布较好 总分 87.60 待您签收',
  )
  expect(second).toHaveTextContent('已有新的版本')
})

test('one’s own scores beside the class’s spread, withheld ones in words, nobody else', async () => {
  answerOwn(OWN_RESULT)
  await renderAt('/duty/my-results/result-1')
  expect(await screen.findByText('全体 6 人')).toBeVisible()
  expect(screen.getByRole('row', { name: /书记互评/ })).toHaveTextContent('书记互评不公布不公布')
  await userEvent.click(screen.getByRole('button', { name: '以表格显示' }))
  const spread = within(screen.getByRole('table', { name: /在全体中的位置/ }))
  expect(spread.getAllByRole('row').map((row) => row.textContent)).toEqual([
    '评议主体本人人数最低下四分位中位上四分位最高',
    '总分87.60680.0084.0088.0091.0095.00',
    '领导评议90.00680.0084.0088.0091.0095.00',
  ])
})

test('it is acknowledged, which says that one has seen it', async () => {
  let result: object = OWN_RESULT
  answerOwn()
  server.use(
    http.get('*/api/v1/me/duty-results', () => HttpResponse.json({ items: [result] })),
    http.post(`${RESULT}/acknowledge`, () => {
      result = { ...OWN_RESULT, acknowledged_at: '2026-11-22T06:00:00Z' }
      return HttpResponse.json(result)
    }),
  )
  await renderAt('/duty/my-results/result-1')
  await userEvent.click(await screen.findByRole('button', { name: '签收' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByText('表示您已看到结果，不表示同意。签收后仍可提出异议。')).toBeVisible()
  await userEvent.click(dialog.getByRole('button', { name: '签收' }))
  expect(await screen.findByText('2026年11月22日 14:00 签收')).toBeVisible()
  expect(screen.queryByRole('button', { name: '签收' })).toBeNull()
})

test('an objection names the part that is wrong', async () => {
  answerOwn(OWN_RESULT)
  let sent: unknown
  server.use(
    http.post(`${RESULT}/objections`, async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ id: 'objection-1' }, { status: 201 })
    }),
  )
  await renderAt('/duty/my-results/result-1')
  await userEvent.click(await screen.findByRole('button', { name: '提出异议' }))
  const dialog = within(await screen.findByRole('dialog'))
  await userEvent.type(dialog.getByLabelText('哪里不对，为什么'), '少算一张票')
  await userEvent.click(dialog.getByRole('button', { name: '提出异议' }))
  expect(await screen.findByText('已提出，等待核查')).toBeVisible()
  expect(sent).toEqual({ about_part: '总分和等次', text: '少算一张票' })
})

test('a result that is not published is not there', async () => {
  answerOwn()
  await renderAt('/duty/my-results/result-1')
  expect(await screen.findByText('没有这份结果，或它还没有发布。')).toBeVisible()
})
