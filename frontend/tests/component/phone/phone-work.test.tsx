import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { afterEach, expect, test } from 'vitest'
import { App } from '@/phone/app/App'
import { session } from '@/phone/app/api'
import { problem, server, signedIn } from '../support/network'
import { ISSUES, TALK } from '../talks/talk-bodies'

const TASK = {
  id: 'task-1',
  version: 1,
  state: 'open',
  allowed_actions: ['start'],
  title: '补齐记录',
  detail: '逐项整改',
  due_on: '2026-11-20',
  original_due_on: '2026-11-10',
  late: true,
  done_on: null,
  organisation_name: '第一党支部',
  given_by_label: '周明远',
  origin: null,
  moves_with_record: false,
  evidence: '',
  evidence_file_ids: [],
}

const OWN = { person_id: 'person-1', permissions: ['home.read', 'talks.acknowledge'] }
const HOME = { notices: [], tasks: [], waiting: [], changes: [], figures: {} }

async function open(hash: string) {
  window.location.hash = hash
  await session.refresh()
  render(<App />)
}

afterEach(() => {
  window.location.hash = ''
})

test('starts a task, then submits it with what was done', async () => {
  let task: object = TASK
  let sent: unknown
  server.use(
    ...signedIn(),
    http.get('*/api/v1/tasks/task-1', () => HttpResponse.json(task)),
    http.post('*/api/v1/tasks/task-1/actions/start', () => {
      task = { ...TASK, state: 'in_progress', allowed_actions: ['submit'] }
      return HttpResponse.json(task)
    }),
    http.post('*/api/v1/tasks/task-1/actions/submit', async ({ request }) => {
      sent = await request.json()
      task = { ...TASK, state: 'submitted', allowed_actions: [], evidence: '已补齐' }
      return HttpResponse.json(task)
    }),
  )
  await open('#/tasks/task-1')
  expect(await screen.findByText('2026年11月20日（原定 2026年11月10日）')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '开始办理' }))
  await userEvent.type(await screen.findByLabelText(/办了什么、结果如何/), '已补齐')
  await userEvent.click(screen.getByRole('button', { name: '提交核实' }))
  expect(await screen.findByText(/已提交，待核实/)).toBeVisible()
  expect(sent).toEqual({ evidence: '已补齐' })
})

test('a task that moves with an inquiry leads to the inquiry', async () => {
  const task = {
    ...TASK,
    allowed_actions: [],
    moves_with_record: true,
    origin: { type: 'talk', id: 'talk-1' },
  }
  const owed = { ...TASK, title: '答复：函询', path: '/secretaries/talks/talk-1' }
  server.use(
    ...signedIn(),
    http.get('*/api/v1/me/home', () => HttpResponse.json({ ...HOME, tasks: [owed] })),
    http.get('*/api/v1/tasks/task-1', () => HttpResponse.json(task)),
  )
  await open('#/tasks/task-1')
  expect(await screen.findByRole('link', { name: '打开谈话或函询' })).toHaveAttribute(
    'href',
    '#/talks/talk-1',
  )
  window.location.hash = ''
  expect(await screen.findByRole('link', { name: '答复：函询' })).toHaveAttribute('href', '#/talks/talk-1')
})

test('lists my talks, what waits for me first, and opens one', async () => {
  const waiting = { ...TALK, state: 'held', held_on: '2026-11-20', allowed_actions: ['acknowledge'] }
  server.use(
    ...signedIn(OWN),
    http.get('*/api/v1/me/home', () => HttpResponse.json(HOME)),
    http.get('*/api/v1/me/talks', () =>
      HttpResponse.json({
        items: [{ ...TALK, id: 'talk-0', title: '任职谈话', state: 'closed' }, waiting],
        next_cursor: null,
      }),
    ),
  )
  await open('')
  expect(await screen.findByRole('heading', { level: 2, name: '我的谈话' })).toBeVisible()
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    '与陈晓提醒约谈提醒约谈 · 2026年11月20日! 待您确认',
    '任职谈话提醒约谈 · 2026年11月12日已销号',
  ])
  expect(screen.getByRole('link', { name: '与陈晓提醒约谈' })).toHaveAttribute('href', '#/talks/talk-1')
})

test('reads a talk and acknowledges it with a statement', async () => {
  let talk: object = {
    ...TALK,
    state: 'held',
    held_on: '2026-11-20',
    content: '提醒落实组织生活制度',
    issues: ISSUES,
    deadline: '2026-12-20',
    allowed_actions: ['acknowledge'],
  }
  let sent: unknown
  server.use(
    ...signedIn(OWN),
    http.get('*/api/v1/talks/talk-1', () => HttpResponse.json(talk)),
    http.post('*/api/v1/talks/talk-1/actions/acknowledge', async ({ request }) => {
      sent = await request.json()
      talk = {
        ...talk,
        state: 'acknowledged',
        allowed_actions: [],
        acknowledged_at: '2026-11-22T02:00:00Z',
        statement: '接受',
      }
      return HttpResponse.json(talk)
    }),
  )
  await open('#/talks/talk-1')
  expect(await screen.findByText('提醒落实组织生活制度')).toBeVisible()
  expect(screen.getByText('三会一课不全').parentElement).toHaveTextContent('要求：按月补齐')
  await userEvent.type(screen.getByLabelText(/我的意见/), '接受')
  await userEvent.click(screen.getByRole('button', { name: '确认谈话' }))
  expect(await screen.findByText('2026年11月22日 10:00 确认')).toBeVisible()
  expect(sent).toEqual({ statement: '接受' })
})

test('a refusal is told in the server’s words, and the way back is there', async () => {
  server.use(
    ...signedIn(OWN),
    http.get('*/api/v1/talks/talk-1', () =>
      problem(404, 'not_found', '没有找到', { detail: '不在您的查看范围内' }),
    ),
  )
  await open('#/talks/talk-1')
  expect(await screen.findByRole('alert')).toHaveTextContent('不在您的查看范围内')
  expect(screen.getByRole('link', { name: '返回首页' })).toHaveAttribute('href', '#/')
})
