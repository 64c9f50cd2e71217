import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test, vi } from 'vitest'
import { problem, renderAt, server, signedIn } from '../support/desk'
import { page, ROUND, SESSION } from './voting-bodies'

const OFFICER = ['duty_rounds.read', 'duty_ballots.issue', 'duty_results.read', 'members.read']
const PATH = '/duty/rounds/round-1/ballots'

function answerSessions(sessions: readonly object[], round: object = {}) {
  server.use(
    http.get('*/api/v1/organisations/tree', () => HttpResponse.json({ items: [] })),
    ...signedIn({ permissions: OFFICER }),
    http.get('*/api/v1/duty-rounds/round-1', () => HttpResponse.json({ ...ROUND, ...round })),
    http.get('*/api/v1/duty-rounds/round-1/ballots', () => HttpResponse.json(page(...sessions))),
    http.get('*/api/v1/duty-rounds/round-1/participants', () =>
      HttpResponse.json(
        page(
          { person_id: 'person-1', name: '陈晓', organisation_name: '财政局支部', included: true },
          { person_id: 'person-2', name: '王芳', organisation_name: '教育局支部', included: false },
        ),
      ),
    ),
    http.get('*/api/v1/members', () => HttpResponse.json(page())),
  )
}

const dialog = async () => within(await screen.findByRole('dialog'))

test('counts stand side by side by group, and say that they add up', async () => {
  const other = {
    ...SESSION,
    id: 'session-2',
    title: '补投',
    counts: { issued: 3, used: 1, unused: 2, voided: 0, envelopes: 1 },
  }
  answerSessions([SESSION, other])
  await renderAt(PATH)
  const row = await screen.findByRole('row', { name: /书记互评/ })
  expect(
    within(row)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual(['', '15', '9', '5', '1', '64.3%'])
  expect(screen.getByRole('row', { name: /领导评议/ })).toHaveTextContent('还没有安排投票')
  expect(screen.getByText('发出 15 张 = 已投 9 + 未投 5 + 作废 1；票箱里有 9 份，与已投相等。')).toBeVisible()
  expect(screen.queryByRole('row', { name: /任务完成/ })).toBeNull()
  expect(screen.getByText('还有 2 场没有结束。全部结束后才能计算结果。')).toBeVisible()
})

test('counts that differ are told loudly', async () => {
  answerSessions([{ ...SESSION, counts: { ...SESSION.counts, envelopes: 7 }, adds_up: false }])
  await renderAt(PATH)
  expect(
    (await screen.findAllByText(/票数对不上：发出 12，已投 8，未投 3，作废 1，票箱 7 份/))[0],
  ).toBeVisible()
})

test('a voting is arranged, its codes are printed once', async () => {
  answerSessions([])
  const sent: unknown[] = []
  const save = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue()
  server.use(
    http.post('*/api/v1/duty-rounds/round-1/ballots', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json({ ...SESSION, codes: [] }, { status: 201 })
    }),
    http.post('*/api/v1/ballot-sessions/session-1/slips', async ({ request }) => {
      sent.push(await request.json())
      return new HttpResponse('%PDF', { headers: { 'Content-Type': 'application/pdf' } })
    }),
  )
  await renderAt(PATH)
  await userEvent.click(await screen.findByRole('button', { name: '安排一场投票' }))
  const form = await dialog()
  expect(form.getByLabelText('场次名称')).toHaveValue('领导评议')
  await userEvent.click(form.getByRole('button', { name: '加入全部述职书记' }))
  await userEvent.type(form.getByLabelText('印多少张投票码'), '20')
  await userEvent.click(form.getByRole('button', { name: '安排投票' }))
  expect(await screen.findByText('已安排')).toBeVisible()
  await vi.waitFor(() => expect(save).toHaveBeenCalledOnce())
  expect(sent).toEqual([
    { group_key: 'leaders', title: '领导评议', codes: 0, person_ids: ['person-1'] },
    { codes: 20 },
  ])
})

test('who cannot vote by account is named', async () => {
  answerSessions([SESSION])
  server.use(
    http.post('*/api/v1/ballot-sessions/session-1/papers', () =>
      problem(422, 'malformed', '填写有误', {
        errors: [
          { pointer: '/person_ids/0', code: 'no_account', message: '陈晓没有可登录的账号，请改发纸质投票码' },
        ],
      }),
    ),
  )
  await renderAt(PATH)
  await userEvent.click(await screen.findByRole('button', { name: '按账号发票' }))
  const form = await dialog()
  await userEvent.click(form.getByRole('button', { name: '加入全部述职书记' }))
  await userEvent.click(form.getByRole('button', { name: '按账号发票' }))
  expect(await form.findByText('陈晓没有可登录的账号，请改发纸质投票码')).toBeVisible()
})

test('lost codes are voided, a mistyped one is told before it is sent', async () => {
  answerSessions([SESSION])
  let sent: unknown
  server.use(
    http.post('*/api/v1/ballot-sessions/session-1/papers/void', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json(SESSION)
    }),
  )
  await renderAt(PATH)
  await userEvent.click(await screen.findByRole('button', { name: '作废' }))
  const form = await dialog()
  const codes = form.getByLabelText('要作废的投票码，一行一个')
  await userEvent.type(codes, '6497 FAGT GR42')
  await userEvent.click(form.getByRole('button', { name: '作废' }))
  expect(await form.findByText('第 1 行不是投票码：6497 FAGT GR42')).toBeVisible()
  await userEvent.clear(codes)
  await userEvent.type(codes, '6497 FAGT GR4V')
  await userEvent.click(form.getByRole('button', { name: '作废' }))
  expect(await screen.findByText('已作废 1 张')).toBeVisible()
  expect(sent).toEqual({ codes: ['6497 FAGT GR4V'], person_ids: [] })
})

test('closing says how many did not vote; opening again needs a reason', async () => {
  let session: object = SESSION
  const sent: unknown[] = []
  answerSessions([])
  server.use(
    http.get('*/api/v1/duty-rounds/round-1/ballots', () => HttpResponse.json(page(session))),
    http.post('*/api/v1/ballot-sessions/session-1/actions/:action', async ({ params, request }) => {
      sent.push([params.action, await request.json()])
      session = {
        ...SESSION,
        state: 'closed',
        allowed_actions: ['reopen'],
        closed_at: '2026-11-22T02:00:00Z',
      }
      return HttpResponse.json(session)
    }),
  )
  await renderAt(PATH)
  await userEvent.click(await screen.findByRole('button', { name: '结束投票' }))
  const close = await dialog()
  expect(close.getByText(/还有 3 张没投/)).toBeVisible()
  await userEvent.click(close.getByRole('button', { name: '结束投票' }))
  await userEvent.click(await screen.findByRole('button', { name: '重新开放' }))
  const reopen = await dialog()
  await userEvent.type(reopen.getByLabelText('原因'), '有人迟到')
  await userEvent.click(reopen.getByRole('button', { name: '重新开放' }))
  await vi.waitFor(() =>
    expect(sent).toEqual([
      ['close', {}],
      ['reopen', { reason: '有人迟到' }],
    ]),
  )
})

test('several votings are closed at once, with how many did not vote in all of them', async () => {
  const closed: unknown[] = []
  const second = { ...SESSION, id: 'session-2', title: '第二场' }
  answerSessions([])
  server.use(
    http.get('*/api/v1/duty-rounds/round-1/ballots', () => HttpResponse.json(page(SESSION, second))),
    http.post('*/api/v1/ballot-sessions/:id/actions/close', ({ params }) => {
      closed.push(params.id)
      return HttpResponse.json({ ...SESSION, id: params.id, state: 'closed', allowed_actions: [] })
    }),
  )
  await renderAt(PATH)
  await userEvent.click(await screen.findByRole('button', { name: '全部结束' }))
  const close = await dialog()
  expect(close.getByText('结束这 2 场投票？')).toBeVisible()
  expect(close.getByText(/还有 6 张没投/)).toBeVisible()
  await userEvent.click(close.getByRole('button', { name: '全部结束' }))
  await vi.waitFor(() => expect(closed).toEqual(['session-1', 'session-2']))
})
