import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { App } from '@/phone/app/App'
import { session, store } from '@/phone/app/api'
import { BALLOT } from '../duty/voting-bodies'
import { problem, server, signedIn } from '../support/network'

const CODE = '4T57JXFR85RQ'
const ADDRESS = `*/api/v1/public/ballots/${CODE}`
const SHEETS = [
  {
    participant_id: 'participant-1',
    abstain: false,
    answers: [
      { criterion: 'work', value: '85' },
      { criterion: 'conduct', value: '85' },
    ],
  },
  { participant_id: 'participant-2', abstain: true, answers: [] },
]

beforeEach(() => window.history.pushState(null, '', '/m/ballot'))

afterEach(async () => {
  window.history.pushState(null, '', '/')
  const opened = await store
  await opened.forget(await opened.keptNames())
})

function answerBallot(ballot: object = {}) {
  server.use(http.get(ADDRESS, () => HttpResponse.json({ ...BALLOT, ...ballot })))
}

/** What is sent, each answered by the next of `answers`. */
function answerVotes(...answers: (() => Response)[]) {
  const sent: { body: unknown; token: string | null; key: string | null }[] = []
  server.use(
    http.post(ADDRESS, async ({ request }) => {
      const { headers } = request
      sent.push({
        body: await request.json(),
        token: headers.get('Authorization'),
        key: headers.get('Idempotency-Key'),
      })
      return answers[sent.length - 1]?.() ?? HttpResponse.json({ state: 'counted' }, { status: 201 })
    }),
  )
  return sent
}

async function openByCode() {
  window.history.replaceState(null, '', `/m/ballot#${CODE}`)
  const page = render(<App />)
  await screen.findByRole('heading', { name: '2025年度述职评议' })
  return page
}

const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const tick = async (question: string, label: string) =>
  userEvent.click(within(screen.getByRole('group', { name: question })).getByRole('radio', { name: label }))

async function rateEverybody() {
  await press('开始评议')
  await tick('各项都评为', '较好')
  await press('下一位')
  await press(/^弃权\s*王芳$/)
  await press('评完了，去核对')
}

test('a code is typed in groups of four, and a slip of the pen is told at once', async () => {
  answerBallot()
  render(<App />)
  const field = await screen.findByLabelText('投票码')
  await userEvent.type(field, CODE.slice(0, 6).toLowerCase())
  expect(field).toHaveValue(`${CODE.slice(0, 4)} ${CODE.slice(4, 6)}`)
  await userEvent.type(field, '0')
  expect(screen.getByRole('alert')).toHaveTextContent('投票码里没有“0”')
  await userEvent.clear(field)
  await userEvent.type(
    field,
    CODE.replace(/.$/, (last) => (last === '2' ? '3' : '2')),
  )
  expect(screen.getByRole('alert')).toHaveTextContent('有一位输错了')
  expect(screen.getByRole('button', { name: '打开选票' })).toBeDisabled()
  await userEvent.clear(field)
  await userEvent.type(field, CODE)
  await press('打开选票')
  expect(await screen.findByText('请评 2 位书记，每位 2 项。')).toBeVisible()
})

test('one tap rates all questions, the review says it in words, and it is sent without a name', async () => {
  answerBallot()
  const sent = answerVotes()
  server.use(...signedIn())
  await session.refresh()
  await openByCode()
  expect(screen.getByText('不记名投票：票上没有姓名，组织者查不到谁投了什么。')).toBeVisible()
  expect(window.location.hash).toBe('')
  await rateEverybody()
  expect(screen.getByRole('button', { name: /陈晓/ })).toHaveTextContent('各项：较好')
  expect(screen.getByRole('button', { name: /王芳/ })).toHaveTextContent('已弃权')
  await press('投出选票，不能再改')
  expect(await screen.findByText('选票已投出')).toBeVisible()
  expect(sent).toEqual([{ body: { sheets: SHEETS }, token: null, key: null }])
  expect(await (await store).keptNames()).toEqual([])
})

test('a criterion that is not required can be unknown', async () => {
  answerBallot()
  const sent = answerVotes()
  await openByCode()
  await press('开始评议')
  await tick('工作实绩', '好')
  expect(
    within(screen.getByRole('group', { name: '工作实绩' })).queryByRole('radio', { name: '不了解' }),
  ).toBeNull()
  await tick('作风与廉洁', '不了解')
  await press('下一位')
  await press(/^弃权\s*王芳$/)
  await press('评完了，去核对')
  await press('投出选票，不能再改')
  await screen.findByText('选票已投出')
  const [first] = SHEETS
  const answers = [
    { criterion: 'work', value: '100' },
    { criterion: 'conduct', value: null },
  ]
  expect(sent[0]?.body).toEqual({ sheets: [{ ...first, answers }, SHEETS[1]] })
})

test('whoever was skipped is asked for again before the ballot can be cast', async () => {
  answerBallot()
  await openByCode()
  await press('开始评议')
  await press('先跳过')
  await press(/^弃权\s*王芳$/)
  await press('评完了，去核对')
  expect(screen.queryByRole('button', { name: '投出选票，不能再改' })).toBeNull()
  await press('去评没评完的 1 位')
  expect(await screen.findByRole('heading', { name: '陈晓' })).toBeVisible()
})

test('a failure costs nothing: the same ballot is sent again, and cannot be changed in between', async () => {
  answerBallot()
  const sent = answerVotes(() => HttpResponse.error())
  await openByCode()
  await rateEverybody()
  await press('投出选票，不能再改')
  expect(await screen.findByText('还没有送达')).toBeVisible()
  expect(screen.queryByRole('button', { name: /陈晓/ })).toBeNull()
  await press('现在再投')
  expect(await screen.findByText('选票已投出')).toBeVisible()
  expect(sent.map(({ body }) => body)).toEqual([{ sheets: SHEETS }, { sheets: SHEETS }])
})

test('a sealed ballot goes by itself when the page is opened again', async () => {
  answerBallot()
  const sent = answerVotes(() => HttpResponse.error())
  const { unmount } = await openByCode()
  await rateEverybody()
  await press('投出选票，不能再改')
  await screen.findByText('还没有送达')
  unmount()
  window.history.replaceState(null, '', `/m/ballot#${CODE}`)
  render(<App />)
  expect(await screen.findByText('选票已投出')).toBeVisible()
  expect(sent.map(({ body }) => body)).toEqual([{ sheets: SHEETS }, { sheets: SHEETS }])
})

test('a closed browser comes back to where it was, without the code and without a network', async () => {
  answerBallot()
  const { unmount } = await openByCode()
  await press('开始评议')
  await tick('各项都评为', '一般')
  await press('下一位')
  unmount()
  server.use(http.get(ADDRESS, () => HttpResponse.error()))
  render(<App />)
  expect(await screen.findByRole('heading', { name: '王芳' })).toBeVisible()
  await press('上一位')
  expect(
    within(screen.getByRole('group', { name: '工作实绩' })).getByRole('radio', { name: '一般' }),
  ).toBeChecked()
})

test('another ballot is had after a question, and what was typed is gone', async () => {
  answerBallot()
  await openByCode()
  await press('开始评议')
  await tick('各项都评为', '一般')
  await press('换一张票')
  expect(screen.getByRole('alert')).toHaveTextContent('会从本机删除')
  await press('换一张票')
  expect(await screen.findByLabelText('投票码')).toHaveValue('')
  expect(await (await store).keptNames()).toEqual([])
})

test('a refusal says why and lets the ballot be mended', async () => {
  answerBallot()
  answerVotes(() =>
    problem(409, 'voting_closed', '投票已经结束', { detail: '“现场投票”已经结束投票，这张票没有投出。' }),
  )
  await openByCode()
  await rateEverybody()
  await press('投出选票，不能再改')
  expect(await screen.findByRole('alert')).toHaveTextContent('“现场投票”已经结束投票')
  expect(screen.getByRole('button', { name: '投出选票，不能再改' })).toBeEnabled()
})

test.each([
  ['used', '这张票已经投过'],
  ['waiting', '还没有开始评议'],
  ['closed', '投票已经结束'],
  ['voided', '这张票已作废'],
])('a ballot that is %s says so', async (state, words) => {
  answerBallot({ state, criteria: [], participants: [] })
  await openByCode()
  expect(screen.getByText(words)).toBeVisible()
})

test('a code behind which there is no ballot says whom to ask', async () => {
  server.use(http.get(ADDRESS, () => problem(404, 'not_found', '没有找到')))
  window.history.replaceState(null, '', `/m/ballot#${CODE}`)
  render(<App />)
  expect(await screen.findByRole('alert')).toHaveTextContent('没有这张票')
  await press('换一张票')
  expect(await screen.findByLabelText('投票码')).toHaveValue('')
})

test('who is signed in finds the own ballots at home and casts them by account', async () => {
  window.history.pushState(null, '', '/m/')
  const sent: unknown[] = []
  const own = { session_id: 'session-1', ...BALLOT, criteria: undefined, participants: undefined }
  server.use(
    ...signedIn({ person_id: 'person-1', permissions: ['home.read', 'duty_ballots.cast'] }),
    http.get('*/api/v1/me/home', () =>
      HttpResponse.json({ notices: [], tasks: [], waiting: [], changes: [], figures: {} }),
    ),
    http.get('*/api/v1/me/ballots', () => HttpResponse.json({ items: [own] })),
    http.get('*/api/v1/me/ballots/session-1', () => HttpResponse.json(BALLOT)),
    http.post('*/api/v1/me/ballots/session-1', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json({ state: 'counted' }, { status: 201 })
    }),
  )
  await session.refresh()
  render(<App />)
  await screen.findByRole('heading', { name: '待您投票' })
  await userEvent.click(screen.getByRole('link', { name: '2025年度述职评议' }))
  await rateEverybody()
  await press('投出选票，不能再改')
  expect(await screen.findByText('选票已投出')).toBeVisible()
  expect(sent).toEqual([{ sheets: SHEETS }])
  window.location.hash = ''
})
