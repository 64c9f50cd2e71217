import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { afterEach, expect, test } from 'vitest'
import { App } from '@/phone/app/App'
import { session } from '@/phone/app/api'
import { problem, server } from '../support/network'
import { ACTIVITY, CHECK_IN, LEADER, page, SHIFT, shiftCode, volunteer } from './volunteering-bodies'

const FIGURES = { confirmed: 32, inside: 17, left: 3, expected: 12, needs_review: 2, refused: 4 }
const SHIFTS = [SHIFT, { ...SHIFT, id: 'shift-2', post: '宣传' }]
const PERSON = {
  person_id: 'person-7',
  name: '赵建国',
  organisation_name: '第一党支部',
  shift_id: 'shift-1',
  post: '路口引导',
  sign_up_state: 'confirmed',
  presence: 'expected',
  needs_review: false,
  pairs: [],
  minutes: 0,
}

async function open(hash: string) {
  window.location.hash = hash
  await session.refresh()
  render(<App />)
}

const PAST = { starts_at: '2020-11-22T00:30:00Z', ends_at: '2020-11-22T03:30:00Z' }
const AHEAD = { starts_at: '2099-11-22T00:30:00Z', ends_at: '2099-11-22T03:30:00Z' }

/** An activity that this person leads, as the own list knows it. */
function answerLed(state: string = 'in_progress', activity: object = PAST) {
  const held = { state }
  server.use(
    ...volunteer([], LEADER),
    http.get('*/api/v1/me/activities/activity-1', () =>
      HttpResponse.json({ ...ACTIVITY, shifts: SHIFTS, leads: true, ...activity, state: held.state }),
    ),
    http.get('*/api/v1/activities/activity-1/attendance', () => HttpResponse.json(FIGURES)),
  )
  return held
}

afterEach(() => {
  window.location.hash = ''
})

test('shows who is in, and three equal ways for the chosen shift', async () => {
  answerLed()
  await open('#/lead/activity-1')
  expect(await screen.findByText('17')).toBeVisible()
  expect(screen.getByText('12')).toBeVisible()
  await userEvent.selectOptions(screen.getByLabelText('班次'), '宣传 08:30–11:30')
  expect(screen.getByRole('link', { name: /出示签到码/ })).toHaveAttribute(
    'href',
    '#/lead/activity-1/screen/shift-2',
  )
  expect(screen.getByRole('link', { name: /扫成员的码/ })).toHaveAttribute(
    'href',
    '#/lead/activity-1/scan/shift-2',
  )
  expect(screen.getByRole('link', { name: /名单点名/ })).toHaveAttribute(
    'href',
    '#/lead/activity-1/list/shift-2',
  )
})

test('staff who are not invited read it as staff', async () => {
  server.use(
    ...volunteer([], LEADER),
    http.get('*/api/v1/me/activities/activity-1', () => problem(404, 'not_found', '没有找到')),
    http.get('*/api/v1/activities/activity-1', () => HttpResponse.json({ ...ACTIVITY, title: '义务植树' })),
    http.get('*/api/v1/activities/activity-1/attendance', () => HttpResponse.json(FIGURES)),
  )
  await open('#/lead/activity-1')
  expect(await screen.findByRole('heading', { level: 1, name: '义务植树' })).toBeVisible()
})

test('starts an activity, and asks before completing it', async () => {
  const held = answerLed('published')
  const acts: string[] = []
  server.use(
    http.post('*/api/v1/activities/activity-1/actions/:action', ({ params }) => {
      acts.push(String(params.action))
      held.state = params.action === 'start' ? 'in_progress' : 'completed'
      return HttpResponse.json({})
    }),
  )
  await open('#/lead/activity-1')
  await userEvent.click(await screen.findByRole('button', { name: '开始活动' }))
  await userEvent.click(await screen.findByRole('button', { name: '结束活动' }))
  expect(screen.getByText(/还有 17 人没有签退/)).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '结束活动' }))
  expect(await screen.findByRole('heading', { level: 1 })).toBeVisible()
  await expect.poll(() => screen.queryByRole('button', { name: '结束活动' })).toBeNull()
  expect(acts).toEqual(['start', 'complete'])
})

test('says from when it can be started', async () => {
  answerLed('published', { ...AHEAD, shifts: [{ ...SHIFT, ...AHEAD }] })
  await open('#/lead/activity-1')
  expect(await screen.findByText('2099年11月22日 07:30 起可以开始活动')).toBeVisible()
  expect(screen.queryByRole('button', { name: '开始活动' })).toBeNull()
})

test('says from when it can be completed', async () => {
  answerLed('in_progress', { ...AHEAD, shifts: [{ ...SHIFT, ...AHEAD }] })
  await open('#/lead/activity-1')
  expect(await screen.findByText('2099年11月22日 11:30 起可以结束活动')).toBeVisible()
  expect(screen.queryByRole('button', { name: '结束活动' })).toBeNull()
})

/** Codes from now on for so many minutes. */
function codesFor(minutes: number) {
  const first = Math.floor(Date.now() / 20_000)
  return Array.from({ length: minutes * 3 + 1 }, (_, place) => ({
    code: shiftCode('a').code.replace(/\.\d+\./, `.${first + place}.`),
    shown_from: new Date((first + place) * 20_000).toISOString(),
    shown_until: new Date((first + place + 1) * 20_000).toISOString(),
  }))
}

function answerCode(minutes: number) {
  server.use(
    http.get('*/api/v1/shifts/shift-1/code', () =>
      HttpResponse.json({
        shift_id: 'shift-1',
        activity_title: '文明交通志愿服务',
        post: '路口引导',
        server_time: new Date().toISOString(),
        codes: codesFor(minutes),
        confirmed: 32,
        present: 17,
        left: 3,
      }),
    ),
  )
}

test('the screen shows the code of now, when it changes and how many are in', async () => {
  answerLed()
  answerCode(15)
  await open('#/lead/activity-1/screen/shift-1')
  expect(await screen.findByRole('img', { name: /签到二维码/ })).toBeVisible()
  expect(screen.getByText(/\d+ 秒后更换/)).toBeVisible()
  expect(screen.getByText('已到 17 人 · 已离开 3 人 · 报名 32 人')).toBeVisible()
})

test('without a network the screen goes on and says how long it lasts', async () => {
  answerLed()
  answerCode(15)
  await open('#/lead/activity-1/screen/shift-1')
  await screen.findByRole('img', { name: /签到二维码/ })
  server.use(http.get('*/api/v1/shifts/shift-1/code', () => HttpResponse.error()))
  window.dispatchEvent(new Event('online'))
  expect(await screen.findByText(/网络中断，二维码还可用 1[45] 分钟/)).toBeVisible()
  expect(screen.getByRole('img', { name: /签到二维码/ })).toBeVisible()
})

test('one tap on the list marks somebody', async () => {
  answerLed()
  let sent: Record<string, unknown> = {}
  let person: object = PERSON
  server.use(
    http.get('*/api/v1/activities/activity-1/roster', () => HttpResponse.json(page([person]))),
    http.post('*/api/v1/check-ins', async ({ request }) => {
      sent = (await request.json()) as Record<string, unknown>
      const entry = { id: 'c-1', version: 1, state: 'accepted', occurred_at: '2026-11-22T00:52:00Z' }
      person = { ...PERSON, presence: 'inside', pairs: [{ entry, exit: null }] }
      return HttpResponse.json({ ...CHECK_IN, method: 'list' }, { status: 201 })
    }),
  )
  await open('#/lead/activity-1/list/shift-1')
  await userEvent.click(await screen.findByRole('button', { name: '赵建国签到' }))
  expect(await screen.findByText('在场 · 08:52–')).toBeVisible()
  expect(screen.getByRole('button', { name: '赵建国签退' })).toBeVisible()
  expect(sent).toMatchObject({ method: 'list', type: 'entry', shift_id: 'shift-1', person_id: 'person-7' })
  expect(sent.reason).toBeUndefined()
})

test('a mark of earlier needs its reason', async () => {
  answerLed()
  let sent: Record<string, unknown> = {}
  server.use(
    http.get('*/api/v1/activities/activity-1/roster', () =>
      HttpResponse.json(page([{ ...PERSON, person_id: 'person-8', name: '孙丽' }])),
    ),
    http.post('*/api/v1/check-ins', async ({ request }) => {
      sent = (await request.json()) as Record<string, unknown>
      return HttpResponse.json({ ...CHECK_IN, method: 'list' }, { status: 201 })
    }),
  )
  await open('#/lead/activity-1/list/shift-1')
  const mark = await screen.findByRole('button', { name: '孙丽签到' })
  const details = screen.getByText('不是现在？改时间').parentElement as HTMLDetailsElement
  details.open = true
  details.dispatchEvent(new Event('toggle'))
  const time = within(details).getByLabelText('时间')
  await userEvent.clear(time)
  await userEvent.type(time, '2026-11-22T08:31')
  expect(await screen.findByText('超过 15 分钟，请写明事由再点名。')).toBeVisible()
  expect(mark).toBeDisabled()
  await userEvent.type(within(details).getByLabelText(/事由/), '手机没电')
  expect(mark).toBeEnabled()
  await userEvent.click(mark)
  await expect.poll(() => sent.reason).toBe('手机没电')
  expect(sent.occurred_at).toBe('2026-11-22T00:31:00.000Z')
})

test('the list is filtered by name and by who is in', async () => {
  answerLed()
  const people = [
    PERSON,
    { ...PERSON, person_id: 'person-9', name: '孙丽', presence: 'left', needs_review: true },
  ]
  server.use(http.get('*/api/v1/activities/activity-1/roster', () => HttpResponse.json(page(people))))
  await open('#/lead/activity-1/list/shift-1')
  await screen.findByText('赵建国')
  await userEvent.click(screen.getByRole('button', { name: '待核实' }))
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    '孙丽第一党支部已离开 · 待核实签到',
  ])
  await userEvent.click(screen.getByRole('button', { name: '全部' }))
  await userEvent.type(screen.getByLabelText('按姓名查找'), '赵')
  expect(screen.getAllByRole('listitem')).toHaveLength(1)
  await userEvent.type(screen.getByLabelText('按姓名查找'), '钱')
  expect(screen.getByText('没有符合条件的人。')).toBeVisible()
})
