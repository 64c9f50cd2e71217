import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { problem, renderAt, server, signedIn } from '../support/desk'
import { ACTIVITY, listOf, NOT_ASKED, OFFICER, SHIFT } from './volunteering-bodies'

function answerActivity(activity: object = {}, permissions: readonly string[] = OFFICER) {
  server.use(
    ...signedIn({ permissions }),
    http.get('*/api/v1/activities/activity-1', () => HttpResponse.json({ ...ACTIVITY, ...activity })),
    http.get('*/api/v1/activities/activity-1/notices', () => HttpResponse.json(listOf())),
    http.get('*/api/v1/activities/activity-1/service-confirmation', () => HttpResponse.json(NOT_ASKED)),
  )
}

test('shows the month as a sheet, each activity on the committee’s day', async () => {
  const asked: URLSearchParams[] = []
  server.use(
    ...signedIn({ permissions: OFFICER }),
    http.get('*/api/v1/activities', ({ request }) => {
      asked.push(new URL(request.url).searchParams)
      const late = { ...ACTIVITY, id: 'activity-2', title: '夜间巡护', starts_at: '2026-11-28T17:30:00Z' }
      return HttpResponse.json(listOf(ACTIVITY, { ...late, state: 'draft' }))
    }),
  )
  await renderAt('/volunteering')
  const held = await screen.findByRole('cell', { name: /^28/ })
  expect(within(held).getByRole('link')).toHaveTextContent('09:00社区助老义诊 已发布')
  expect(screen.getByRole('cell', { name: /^29/ })).toHaveTextContent('2901:30夜间巡护草稿')
  expect(screen.getByRole('heading', { name: '2026年11月' })).toBeVisible()
  expect([asked[0]?.get('from_on'), asked[0]?.get('until_on')]).toEqual(['2026-11-01', '2026-11-30'])
})

test('goes from month to month in the address', async () => {
  server.use(
    ...signedIn({ permissions: OFFICER }),
    http.get('*/api/v1/activities', () => HttpResponse.json(listOf())),
  )
  const { router } = await renderAt('/volunteering?month=2026-12')
  await userEvent.click(await screen.findByRole('button', { name: '下个月' }))
  expect(await screen.findByRole('heading', { name: '2027年1月' })).toBeVisible()
  expect(router.state.location.search).toEqual({ month: '2027-01' })
})

test('lists activities with their filters in the address', async () => {
  const asked: URLSearchParams[] = []
  server.use(
    ...signedIn({ permissions: OFFICER }),
    http.get('*/api/v1/activities', ({ request }) => {
      asked.push(new URL(request.url).searchParams)
      return HttpResponse.json(listOf(ACTIVITY))
    }),
  )
  await renderAt('/volunteering?view=list&state=published&q=助老')
  const row = await screen.findByRole('row', { name: /社区助老义诊/ })
  expect(row).toHaveTextContent(
    '2026年11月28日 09:00–12:00 已发布12 / 12 · 3 人候补区卫生健康局党总支朝阳社区',
  )
  expect([asked[0]?.getAll('state'), asked[0]?.get('q'), asked[0]?.get('sort')]).toEqual([
    ['published'],
    '助老',
    '-starts_at',
  ])
})

test('a role that only reads is offered nothing to plan', async () => {
  server.use(
    ...signedIn({ permissions: ['volunteering.read'] }),
    http.get('*/api/v1/activities', () => HttpResponse.json(listOf())),
  )
  await renderAt('/volunteering?view=list')
  expect(await screen.findByText('还没有活动')).toBeVisible()
  expect(screen.queryByRole('button', { name: '策划活动' })).toBeNull()
})

test('offers what the server allows; cancelling asks for the reason', async () => {
  answerActivity({ allowed_actions: ['start', 'cancel'] })
  let sent: unknown
  server.use(
    http.post('*/api/v1/activities/activity-1/actions/cancel', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ ...ACTIVITY, state: 'cancelled' })
    }),
  )
  await renderAt('/volunteering/activities/activity-1')
  expect(await screen.findByRole('button', { name: '开始活动' })).toBeVisible()
  expect(screen.queryByRole('button', { name: '结算' })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: '取消活动' }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.click(within(dialog).getByRole('button', { name: '取消活动' }))
  expect(await within(dialog).findByText('请写明原因')).toBeVisible()
  await userEvent.type(within(dialog).getByRole('textbox'), '大雪')
  await userEvent.click(within(dialog).getByRole('button', { name: '取消活动' }))
  expect(await screen.findByText('活动已取消')).toBeVisible()
  expect(sent).toEqual({ reason: '大雪' })
})

test('says from when it can be started', async () => {
  const ahead = { starts_at: '2099-11-28T01:00:00Z', ends_at: '2099-11-28T04:00:00Z' }
  answerActivity({ ...ahead, allowed_actions: ['cancel'], shifts: [{ ...SHIFT, ...ahead }] })
  await renderAt('/volunteering/activities/activity-1')
  const steps = await screen.findByRole('region', { name: '办理进度' })
  expect(steps).toHaveTextContent('服务2099年11月28日 08:30 起')
})

test('notices say who was told and what has changed, in words', async () => {
  answerActivity()
  const notice = { id: 'n-1', kind: 'promoted', facts: {}, reason: null, created_at: '2026-11-20T00:00:00Z' }
  const facts = {
    ends_at: ['2026-11-28T03:00:00Z', '2026-11-28T04:00:00Z'],
    starts_at: ['2026-11-28T00:00:00Z', '2026-11-28T01:00:00Z'],
    capacity: [5, null],
    place_kind: ['address', 'village'],
    sign_up_required: [true, false],
    shift: ['测血压', '测血压'],
  }
  server.use(
    http.get('*/api/v1/activities/activity-1/notices', () =>
      HttpResponse.json(
        listOf(
          { ...notice, person_id: 'person-2', name: '李伟' },
          { ...notice, id: 'n-2', kind: 'changed', person_id: null, name: null, facts },
        ),
      ),
    ),
  )
  await renderAt('/volunteering/activities/activity-1')
  const notices = await screen.findByRole('region', { name: '发给报名者的通知' })
  const lines = within(notices).getAllByRole('listitem')
  expect(lines.map((each) => each.textContent)).toEqual([
    '候补转为正式报名：李伟 2026年11月20日 08:00',
    '活动有变更 2026年11月20日 08:00班次：测血压' +
      '开始时间：2026年11月28日 08:00 → 2026年11月28日 09:00' +
      '结束时间：2026年11月28日 11:00 → 2026年11月28日 12:00' +
      '名额：5 → 不限地点类别：地址 → 村（社区）须报名：是 → 否',
  ])
})

test('says in the server’s words why an activity may not be published', async () => {
  answerActivity({ state: 'draft', published_at: null, allowed_actions: ['publish', 'cancel'] })
  server.use(
    http.post('*/api/v1/activities/activity-1/actions/publish', () =>
      problem(409, 'not_service', '这不是志愿服务', { detail: '名称中有“例会”。' }),
    ),
  )
  await renderAt('/volunteering/activities/activity-1')
  await userEvent.click(await screen.findByRole('button', { name: '发布' }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.click(within(dialog).getByRole('button', { name: '发布' }))
  expect(await within(dialog).findByRole('alert')).toHaveTextContent('名称中有“例会”。')
  expect(screen.queryByRole('tab')).toBeNull()
})

test('a shift is changed with its version and in the committee’s time', async () => {
  answerActivity()
  const sent: unknown[] = []
  server.use(
    http.patch('*/api/v1/shifts/shift-1', async ({ request }) => {
      sent.push(request.headers.get('If-Match'), await request.json())
      return HttpResponse.json(SHIFT)
    }),
  )
  await renderAt('/volunteering/activities/activity-1')
  const shifts = await screen.findByRole('region', { name: '班次' })
  expect(shifts).toHaveTextContent('测血压一楼大厅2026年11月28日 09:00–12:0012 / 12 · 3 人候补')
  await userEvent.click(within(shifts).getByRole('button', { name: '修改' }))
  const dialog = await screen.findByRole('dialog')
  const places = within(dialog).getByRole('spinbutton', { name: '名额' })
  await userEvent.clear(places)
  await userEvent.type(places, '15')
  await userEvent.click(within(dialog).getByRole('button', { name: '修改' }))
  expect(await screen.findByText('班次已保存')).toBeVisible()
  expect(sent).toEqual([
    '"3"',
    {
      post: '测血压',
      place: '一楼大厅',
      starts_at: '2026-11-28T09:00:00+08:00',
      ends_at: '2026-11-28T12:00:00+08:00',
      capacity: 15,
      break_minutes: 0,
      opens_minutes: 30,
      closes_minutes: 30,
    },
  ])
})

test('on a running day a shift may still be shortened, but not what is over', async () => {
  const over = { ...SHIFT, id: 'shift-2', post: '测血糖' }
  const running = { ...SHIFT, allowed_actions: ['cancel'] }
  answerActivity({ state: 'in_progress', shifts: [over, running] })
  await renderAt('/volunteering/activities/activity-1')
  const shifts = within(await screen.findByRole('region', { name: '班次' })).getAllByRole('listitem')
  const buttons = shifts.map((each) => within(each).queryAllByRole('button').length)
  expect(buttons).toEqual([0, 2])
})

test('asks the served party by a link that is shown once', async () => {
  answerActivity()
  server.use(
    http.post('*/api/v1/activities/activity-1/service-confirmation', () =>
      HttpResponse.json(
        { code: 'c', url: '/m/#confirm=c', expires_at: '2026-12-24T00:00:00Z' },
        { status: 201 },
      ),
    ),
  )
  await renderAt('/volunteering/activities/activity-1')
  await userEvent.click(await screen.findByRole('button', { name: '生成确认链接' }))
  expect(await screen.findByRole('textbox', { name: /确认链接/ })).toHaveValue(
    `${window.location.origin}/m/#confirm=c`,
  )
})

test('the waiting list shows its order, and who may be promoted', async () => {
  answerActivity()
  const signUp = {
    id: 'sign-up-1',
    version: 1,
    state: 'waitlisted',
    allowed_actions: ['promote', 'cancel'],
    created_at: '2026-11-20T01:00:00Z',
    updated_at: '2026-11-20T01:00:00Z',
    activity_id: 'activity-1',
    activity_title: ACTIVITY.title,
    shift_id: 'shift-1',
    post: '测血压',
    starts_at: SHIFT.starts_at,
    ends_at: SHIFT.ends_at,
    person_id: 'person-2',
    name: '李伟',
    organisation_name: '区财政局机关党委',
    waiting_place: 2,
    promoted_at: null,
    cancelled_at: null,
  }
  const acts: string[] = []
  server.use(
    http.get('*/api/v1/activities/activity-1/sign-ups', () => HttpResponse.json(listOf(signUp))),
    http.post('*/api/v1/sign-ups/sign-up-1/actions/:action', ({ params }) => {
      acts.push(String(params.action))
      return HttpResponse.json({ ...signUp, state: 'confirmed' })
    }),
  )
  await renderAt('/volunteering/activities/activity-1?tab=sign_ups')
  const row = await screen.findByRole('row', { name: /李伟/ })
  expect(row).toHaveTextContent('候补第 2 位')
  await userEvent.click(within(row).getByRole('button', { name: '递补' }))
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '递补' }))
  await expect.poll(() => acts).toEqual(['promote'])
})
