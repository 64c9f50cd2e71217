import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { problem, renderAt, server, signedIn } from '../support/desk'
import { enterDate } from '../support/enter-date'
import { HOLDER, ISSUES, TALK, TASK_OF_TALK } from './talk-bodies'

const OFFICER = ['secretaries.read', 'talks.read', 'talks.write', 'talks.verify']

function answerTalk(talk: object = {}, permissions: readonly string[] = OFFICER) {
  server.use(
    ...signedIn({ permissions }),
    http.get('*/api/v1/talks/talk-1', () => HttpResponse.json({ ...TALK, ...talk })),
  )
}

/** What is sent with an action, once it was. */
function answerAction(action: string): { readonly sent: unknown[] } {
  const sent: unknown[] = []
  server.use(
    http.post(`*/api/v1/talks/talk-1/actions/${action}`, async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json(TALK)
    }),
  )
  return { sent }
}

test('lists talks by date with what is overdue in words', async () => {
  const asked: URLSearchParams[] = []
  server.use(
    ...signedIn({ permissions: OFFICER }),
    http.get('*/api/v1/talks', ({ request }) => {
      asked.push(new URL(request.url).searchParams)
      return HttpResponse.json({ items: [TALK], next_cursor: null, total: 1 })
    }),
  )
  await renderAt('/secretaries/talks?kind=reminder&overdue=true')
  const row = await screen.findByRole('row', { name: /与陈晓提醒约谈/ })
  expect(row).toHaveTextContent('提醒约谈2026年11月12日 逾期 10 天 待谈话陈晓区财政局总支部')
  expect(asked[0]?.get('sort')).toBe('due_on')
  expect([asked[0]?.get('kind'), asked[0]?.get('overdue')]).toEqual(['reminder', 'true'])
  expect(screen.getByRole('button', { name: '安排谈话或发函' })).toBeVisible()
})

test('a role that arranges nothing is offered no new talk', async () => {
  server.use(
    ...signedIn({ permissions: ['secretaries.read', 'talks.read'] }),
    http.get('*/api/v1/talks', () => HttpResponse.json({ items: [], next_cursor: null, total: 0 })),
  )
  await renderAt('/secretaries/talks')
  expect(await screen.findByText('还没有谈话')).toBeVisible()
  expect(screen.queryByRole('button', { name: '安排谈话或发函' })).toBeNull()
})

test('one form changes with the kind; issues need a deadline', async () => {
  let sent: unknown
  server.use(
    ...signedIn({ permissions: OFFICER }),
    http.get('*/api/v1/secretaries', () => HttpResponse.json({ items: [HOLDER], next_cursor: null })),
    http.get('*/api/v1/secretaries/appointment-1', () => HttpResponse.json(HOLDER)),
    http.get('*/api/v1/talks', () => HttpResponse.json({ items: [], next_cursor: null })),
    http.post('*/api/v1/talks', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json(TALK, { status: 201 })
    }),
    http.get('*/api/v1/talks/talk-1', () => HttpResponse.json(TALK)),
  )
  const { router } = await renderAt('/secretaries/talks/new?appointment_id=appointment-1')
  expect(await screen.findByText('陈晓（区财政局总支部 · 书记）')).toBeVisible()
  expect(screen.queryByText('问题和整改要求')).toBeNull()
  await userEvent.click(screen.getByRole('radio', { name: /提醒约谈/ }))
  await userEvent.click(await screen.findByRole('button', { name: '添加问题' }))
  await userEvent.type(screen.getByRole('textbox', { name: '第 1 个问题' }), '三会一课不全')
  await userEvent.type(screen.getByRole('textbox', { name: '第 1 个问题的整改要求' }), '按月补齐')
  await enterDate(screen.getByRole('textbox', { name: '谈话期限' }), '2026-12-01')
  await userEvent.click(screen.getByRole('button', { name: '安排谈话' }))
  expect(await screen.findByText('列了问题，请填写整改期限')).toBeVisible()
  await enterDate(screen.getByRole('textbox', { name: '整改期限' }), '2026-12-20')
  await userEvent.click(screen.getByRole('button', { name: '安排谈话' }))
  expect(await screen.findByText('已安排')).toBeVisible()
  expect(sent).toMatchObject({
    kind: 'reminder',
    organisation_id: 'organisation-2',
    appointment_id: 'appointment-1',
    due_on: '2026-12-01',
    deadline: '2026-12-20',
    issues: ISSUES,
  })
  expect(router.state.location.pathname).toBe('/secretaries/talks/talk-1')
})

test('a letter has an addressee, a number and what it follows from', async () => {
  server.use(
    ...signedIn({ permissions: OFFICER }),
    http.get('*/api/v1/organisations/tree', () => HttpResponse.json({ items: [] })),
    http.get('*/api/v1/organisations/organisation-2', () =>
      HttpResponse.json({ id: 'organisation-2', name: '区财政局总支部', kind: 'general_branch' }),
    ),
    http.get('*/api/v1/talks', () => HttpResponse.json({ items: [TALK], next_cursor: null })),
  )
  await renderAt('/secretaries/talks/new?kind=letter&organisation_id=organisation-2&follows_id=talk-1')
  expect(await screen.findByText('与陈晓提醒约谈')).toBeVisible()
  expect(screen.getByRole('textbox', { name: '主送机关' })).toBeVisible()
  expect(screen.getByRole('textbox', { name: '发文字号' })).toBeVisible()
  expect(screen.queryByRole('textbox', { name: '地点' })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: '保存函件' }))
  expect(await screen.findByText('请填写主送机关')).toBeVisible()
  expect((await screen.findAllByText(/^请(填写|选择)/)).map(({ textContent }) => textContent)).toEqual([
    '请填写主送机关',
    '请填写标题',
    '请选择发函期限',
    '请填写函件正文',
  ])
})

test('records a talk as held', async () => {
  answerTalk({ kind: 'appointment', title: '陈晓任职谈话', allowed_actions: ['hold', 'cancel'] })
  const { sent } = answerAction('hold')
  await renderAt('/secretaries/talks/talk-1')
  expect(await screen.findByText('待工委谈话')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '登记谈话' }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.type(within(dialog).getByRole('textbox', { name: /谈话人/ }), '周明远 副书记')
  await userEvent.type(within(dialog).getByRole('textbox', { name: '谈话记录' }), '明确职责')
  await userEvent.click(within(dialog).getByRole('button', { name: '登记谈话' }))
  expect(await screen.findByText('已登记，待本人确认')).toBeVisible()
  expect(sent).toEqual([{ held_on: '2026-11-22', place: null, talker: '周明远 副书记', content: '明确职责' }])
})

test('the person talked to acknowledges with a statement, whatever the role', async () => {
  answerTalk({ state: 'held', held_on: '2026-11-20', overdue: false, allowed_actions: ['acknowledge'] }, [
    'home.read',
    'talks.acknowledge',
  ])
  const { sent } = answerAction('acknowledge')
  await renderAt('/secretaries/talks/talk-1')
  expect(await screen.findByText('待陈晓本人确认')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '确认谈话' }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.type(within(dialog).getByRole('textbox', { name: '本人意见（可不填）' }), '接受提醒')
  await userEvent.click(within(dialog).getByRole('button', { name: '确认谈话' }))
  expect(await screen.findByText('已确认')).toBeVisible()
  expect(sent).toEqual([{ statement: '接受提醒' }])
})

test('an inquiry is answered, never only acknowledged', async () => {
  answerTalk({ kind: 'inquiry', state: 'held', allowed_actions: ['acknowledge'] })
  await renderAt('/secretaries/talks/talk-1')
  expect(await screen.findByText('待陈晓答复')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '答复函询' }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.click(within(dialog).getByRole('button', { name: '答复函询' }))
  expect(await within(dialog).findByText('请填写答复内容')).toBeVisible()
})

test('issues stand with their tasks, and open tasks are named when submitting is refused', async () => {
  answerTalk({
    state: 'rectifying',
    overdue: false,
    issues: ISSUES,
    deadline: '2026-12-20',
    tasks: [TASK_OF_TALK],
    allowed_actions: ['submit'],
  })
  server.use(
    http.post('*/api/v1/talks/talk-1/actions/submit', () =>
      problem(409, 'tasks_open', '整改任务尚未办完', {
        detail: '还有 1 项整改任务没有提交：整改：三会一课不全。',
      }),
    ),
  )
  await renderAt('/secretaries/talks/talk-1')
  expect(await screen.findByText('区财政局总支部整改中')).toBeVisible()
  expect(screen.getByRole('region', { name: '指出的问题' })).toHaveTextContent(
    '三会一课不全整改要求：按月补齐',
  )
  const tasks = screen.getByRole('region', { name: '相关任务' })
  expect(tasks).toHaveTextContent('整改：三会一课不全 已逾期 办理中')
  expect(within(tasks).getByRole('link')).toHaveAttribute('href', '/tasks/task-1')
  await userEvent.click(screen.getByRole('button', { name: '报送整改结果' }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.click(within(dialog).getByRole('button', { name: '报送整改结果' }))
  expect(await within(dialog).findByRole('alert')).toHaveTextContent('还有 1 项整改任务没有提交')
})

test('sends the rectification back with a reason', async () => {
  answerTalk({ state: 'awaiting_verification', overdue: false, allowed_actions: ['verify', 'reject'] })
  const { sent } = answerAction('reject')
  await renderAt('/secretaries/talks/talk-1')
  expect(await screen.findByText('待报送人以外的人核实')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '退回整改' }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.type(within(dialog).getByRole('textbox', { name: '原因' }), '缺会议记录')
  await userEvent.click(within(dialog).getByRole('button', { name: '退回整改' }))
  expect(await screen.findByText('已退回')).toBeVisible()
  expect(sent).toEqual([{ reason: '缺会议记录' }])
})

test('what is over is given anew until another deadline when it is sent back', async () => {
  const task = { id: 'task-1', title: '三会一课不全', state: 'verified', due_on: '2026-11-20', late: false }
  const tasks = [task, { ...task, id: 'task-2', state: 'cancelled' }]
  answerTalk({ state: 'awaiting_verification', overdue: false, allowed_actions: ['reject'], tasks })
  const { sent } = answerAction('reject')
  await renderAt('/secretaries/talks/talk-1')
  await userEvent.click(await screen.findByRole('button', { name: '退回整改' }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.type(within(dialog).getByRole('textbox', { name: '原因' }), '缺会议记录')
  await userEvent.type(within(dialog).getByRole('textbox', { name: '新的整改期限' }), '2026-12-31{Enter}')
  await userEvent.click(within(dialog).getByRole('button', { name: '退回整改' }))
  expect(await screen.findByText('已退回')).toBeVisible()
  expect(sent).toEqual([{ reason: '缺会议记录', deadline: '2026-12-31' }])
})

test('a letter is shown as it will look', async () => {
  answerTalk({
    kind: 'letter',
    name: null,
    person_id: null,
    title: '关于提醒约谈情况的函',
    addressee: '区财政局党组',
    number: '云直工函〔2026〕12号',
    content: '现将有关情况函告如下。\n请予重视。',
    overdue: false,
  })
  await renderAt('/secretaries/talks/talk-1')
  const letter = await screen.findByRole('article', { name: '函件样式预览' })
  expect(letter).toHaveTextContent('明州区直机关工委云直工函〔2026〕12号关于提醒约谈情况的函区财政局党组：')
  expect(letter).toHaveTextContent('现将有关情况函告如下。请予重视。明州区直机关工委（发函日期）')
})

test('what is arranged can be changed until it is held', async () => {
  answerTalk({ allowed_actions: ['hold'] })
  let changed: readonly [string | null, unknown] | undefined
  server.use(
    http.patch('*/api/v1/talks/talk-1', async ({ request }) => {
      changed = [request.headers.get('If-Match'), await request.json()]
      return HttpResponse.json(TALK)
    }),
  )
  await renderAt('/secretaries/talks/talk-1/edit')
  await userEvent.type(await screen.findByRole('textbox', { name: '地点' }), '谈话室')
  await userEvent.click(screen.getByRole('button', { name: '保存' }))
  expect(await screen.findByText('已保存')).toBeVisible()
  expect(changed).toEqual(['"3"', expect.objectContaining({ place: '谈话室', due_on: '2026-11-12' })])
})
