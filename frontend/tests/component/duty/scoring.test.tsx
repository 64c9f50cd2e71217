import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { problem, renderAt, server, signedIn } from '../support/desk'
import { BALLOT } from './voting-bodies'

const RATER = { person_id: 'person-9', permissions: ['home.read', 'duty_ballots.cast'] }
const SHEETS = [
  {
    participant_id: 'participant-1',
    abstain: false,
    answers: [
      { criterion: 'work', value: '85' },
      { criterion: 'conduct', value: null },
    ],
  },
  { participant_id: 'participant-2', abstain: true, answers: [] },
]

function answerOwn(...answers: (() => Response)[]) {
  const sent: unknown[] = []
  let ballot: object = BALLOT
  server.use(
    ...signedIn(RATER),
    http.get('*/api/v1/me/ballots', () =>
      HttpResponse.json({ items: [{ ...BALLOT, session_id: 'session-1' }] }),
    ),
    http.get('*/api/v1/me/ballots/session-1', () => HttpResponse.json(ballot)),
    http.post('*/api/v1/me/ballots/session-1', async ({ request }) => {
      sent.push(await request.json())
      const answer = answers[sent.length - 1]?.()
      if (answer?.status === 409) ballot = { ...BALLOT, state: 'used', criteria: [], participants: [] }
      return answer ?? HttpResponse.json({ state: 'counted' }, { status: 201 })
    }),
  )
  return sent
}

async function fillIn() {
  const rated = within(await screen.findByRole('radiogroup', { name: '陈晓 各项都评为' }))
  await userEvent.click(rated.getByText('较好'))
  const conduct = within(screen.getByRole('radiogroup', { name: '陈晓 作风与廉洁' }))
  await userEvent.click(conduct.getByText('不了解'))
  expect(screen.getByText('已评 1 / 2 人')).toBeVisible()
  expect(screen.getByRole('button', { name: '投出选票，不能再改' })).toBeDisabled()
  await userEvent.click(screen.getByRole('checkbox', { name: '对王芳弃权' }))
}

async function send() {
  await userEvent.click(screen.getByRole('button', { name: '投出选票，不能再改' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByText('共评 2 人，其中弃权 1 人。')).toBeVisible()
  await userEvent.click(dialog.getByRole('button', { name: '投出选票，不能再改' }))
}

test('a rater finds the own ballots, whatever else the role may open', async () => {
  answerOwn()
  await renderAt('/duty/ballots')
  await userEvent.click(await screen.findByRole('link', { name: /去投票/ }))
  expect(await screen.findByRole('radiogroup', { name: '陈晓 工作实绩' })).toBeVisible()
  expect(screen.getByText('不记名投票：票上没有姓名，组织者查不到谁投了什么。')).toBeVisible()
})

test('a whole ballot is cast once, and nothing of it stays', async () => {
  const sent = answerOwn()
  await renderAt('/duty/ballots/session-1')
  await fillIn()
  expect(Object.keys(localStorage)).toContain('gongwei.ballot user-1 session-1')
  await send()
  expect(await screen.findByText('选票已投出')).toBeVisible()
  expect(sent).toEqual([{ sheets: SHEETS }])
  expect(Object.keys(localStorage)).not.toContain('gongwei.ballot user-1 session-1')
})

test('what was filled in is there when the page is opened again', async () => {
  answerOwn()
  const { unmount } = await renderAt('/duty/ballots/session-1')
  await fillIn()
  unmount()
  await renderAt('/duty/ballots/session-1')
  expect(await screen.findByText('已评 2 / 2 人')).toBeVisible()
})

test('without a network the ballot is sealed, and the same is sent again', async () => {
  const sent = answerOwn(() => HttpResponse.error())
  await renderAt('/duty/ballots/session-1')
  await fillIn()
  await send()
  expect(await screen.findByText('还没有送达')).toBeVisible()
  expect(screen.queryByRole('radio', { name: '较好' })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: '现在再投' }))
  expect(await screen.findByText('选票已投出')).toBeVisible()
  expect(sent).toEqual([{ sheets: SHEETS }, { sheets: SHEETS }])
})

test('a ballot that was cast elsewhere says so', async () => {
  answerOwn(() => problem(409, 'already_voted', '这张票已经投过'))
  await renderAt('/duty/ballots/session-1')
  await fillIn()
  await send()
  expect(await screen.findByText('这张票已经投过')).toBeVisible()
  expect(Object.keys(localStorage)).not.toContain('gongwei.ballot user-1 session-1')
})

test('a refusal is shown and the ballot can be changed', async () => {
  answerOwn(() => problem(422, 'malformed', '填写有误', { detail: '票面有变化，请刷新后重填。' }))
  await renderAt('/duty/ballots/session-1')
  await fillIn()
  await send()
  expect(await screen.findByText('票面有变化，请刷新后重填。')).toBeVisible()
  expect(screen.getByRole('checkbox', { name: '对王芳弃权' })).toBeEnabled()
})
