import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { problem, renderAt, server, signedIn } from '../support/desk'
import { boardBody, boardRow, NO_HISTORY, RUNS, roundBody, WRITES } from './duty-bodies'

const ROWS = [
  boardRow(1),
  boardRow(2, { state: 'draft', report_id: 'report-2', reminded_on: '2026-11-22' }),
  boardRow(3, { state: 'submitted', report_id: 'report-3', late: true, updated_at: '2026-11-21T02:00:00Z' }),
]

const COUNTED = { not_started: 1, draft: 1, submitted: 1, returned: 0, accepted: 0, presented: 0 }

function answer(differences: object = {}, permissions: readonly string[] = RUNS) {
  const sent: unknown[] = []
  server.use(
    ...signedIn({ permissions }),
    http.get('*/api/v1/duty-rounds/round-1', () => HttpResponse.json(roundBody())),
    http.get('*/api/v1/duty-rounds/round-1/board', () =>
      HttpResponse.json(boardBody(ROWS, { counts: COUNTED, late: 1, ...differences })),
    ),
    http.post('*/api/v1/duty-rounds/round-1/board/reminders', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json({ reminded: 1, already: 1, without_account: [] })
    }),
    NO_HISTORY,
  )
  return sent
}

const rowOf = (name: string) => screen.getByText(name).closest('tr')

test('tells how far each is; what came late stays marked', async () => {
  answer()
  await renderAt('/duty/rounds/round-1/board')
  expect(await screen.findByText('2026年12月15日 截止，还有 23 天 · 2 人未交 · 逾期提交 1 份')).toBeVisible()
  expect(rowOf('书记1')).toHaveTextContent('未开始')
  expect(rowOf('书记2')).toHaveTextContent('撰写中')
  expect(rowOf('书记2')).toHaveTextContent('今天已提醒')
  expect(rowOf('书记3')).toHaveTextContent('待审核逾期提交')
  expect(screen.getByRole('link', { name: '书记3' })).toHaveAttribute('href', '/duty/reports/report-3')
})

test('after the last day those who owe a report are overdue', async () => {
  answer({ report_due_on: '2026-11-20' })
  await renderAt('/duty/rounds/round-1/board?late=overdue')
  expect(await screen.findByText('2 / 3 人')).toBeVisible()
  expect(rowOf('书记1')).toHaveTextContent('逾期未交')
  expect(screen.queryByText('书记3')).toBeNull()
})

test('the part of the bar that is chosen stands in the address', async () => {
  answer()
  const { router } = await renderAt('/duty/rounds/round-1/board')
  await userEvent.click(await screen.findByRole('button', { name: '撰写中 1' }))
  expect(await screen.findByText('1 / 3 人')).toBeVisible()
  expect(router.state.location.search).toEqual({ state: 'draft' })
  await userEvent.click(screen.getByRole('button', { name: '撰写中 1' }))
  expect(await screen.findByText('3 人')).toBeVisible()
})

test('reminds everybody who owes a report', async () => {
  const sent = answer()
  await renderAt('/duty/rounds/round-1/board')
  await userEvent.click(await screen.findByRole('button', { name: '提醒全部未交的 2 人' }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.click(within(dialog).getByRole('button', { name: '提醒全部未交的 2 人' }))
  expect(await screen.findByText('已提醒 1 人 · 1 人今天已提醒过')).toBeVisible()
  expect(sent).toEqual([{}])
})

test('or the chosen alone, and says who has no account', async () => {
  const sent = answer()
  server.use(
    http.post('*/api/v1/duty-rounds/round-1/board/reminders', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json({ reminded: 0, already: 0, without_account: ['organisation-2'] })
    }),
  )
  await renderAt('/duty/rounds/round-1/board')
  await userEvent.click(await screen.findByRole('checkbox', { name: '选择全部未交的' }))
  await userEvent.click(screen.getByRole('checkbox', { name: '选择书记2' }))
  expect(screen.queryByRole('checkbox', { name: '选择书记3' })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: '提醒选中的 1 人' }))
  await userEvent.click(
    within(await screen.findByRole('dialog')).getByRole('button', { name: '提醒选中的 1 人' }),
  )
  expect(await screen.findByText('1 个党组织没有能接收提醒的账号，请电话联系：第1党支部')).toBeInTheDocument()
  expect(sent).toEqual([{ participant_ids: ['participant-1'] }])
})

test('a refusal outside of working hours is told in the dialog', async () => {
  answer()
  server.use(
    http.post('*/api/v1/duty-rounds/round-1/board/reminders', () =>
      problem(409, 'off_hours', '不在工作时间', { detail: '请在工作日的工作时间提醒。' }),
    ),
  )
  await renderAt('/duty/rounds/round-1/board')
  await userEvent.click(await screen.findByRole('button', { name: '提醒全部未交的 2 人' }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.click(within(dialog).getByRole('button', { name: '提醒全部未交的 2 人' }))
  expect(await within(dialog).findByRole('alert')).toHaveTextContent('请在工作日的工作时间提醒。')
})

test('a reader below is offered no reminder', async () => {
  answer({ may_remind: false }, WRITES)
  await renderAt('/duty/rounds/round-1/board')
  await screen.findByText('书记1')
  expect(screen.queryByRole('checkbox')).toBeNull()
  expect(screen.queryByRole('button', { name: /提醒/ })).toBeNull()
})

test('a long list is there as a whole, and searched without asking the server again', async () => {
  const many = Array.from({ length: 300 }, (_, index) => boardRow(index + 1))
  answer({ items: many })
  await renderAt('/duty/rounds/round-1/board')
  expect(await screen.findByText('300 人')).toBeVisible()
  expect(await screen.findByText('书记300')).toBeInTheDocument()
  await userEvent.click(screen.getByPlaceholderText('姓名或组织'))
  await userEvent.paste('第299党')
  expect(await screen.findByText('1 / 300 人')).toBeVisible()
  expect(rowOf('书记299')).toHaveTextContent('第299党支部')
})
