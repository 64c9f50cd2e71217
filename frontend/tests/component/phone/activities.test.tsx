import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { afterEach, expect, test } from 'vitest'
import { App } from '@/phone/app/App'
import { session } from '@/phone/app/api'
import type { OwnActivityOut } from '@/shared/api/schema.gen'
import { problem, server } from '../support/network'
import { ACTIVITY, page, SHIFT, volunteer } from './volunteering-bodies'

const CONFIRMED = { id: 'sign-up-1', state: 'confirmed', waiting_place: null } as const
const WAITING = { id: 'sign-up-1', state: 'waitlisted', waiting_place: 3 } as const

async function open(hash: string) {
  window.location.hash = hash
  await session.refresh()
  render(<App />)
}

/** One activity whose state a test changes. */
function answerActivity(first: OwnActivityOut) {
  const held = { activity: first }
  server.use(
    ...volunteer([]),
    http.get('*/api/v1/me/activities/activity-1', () => HttpResponse.json(held.activity)),
  )
  return held
}

afterEach(() => {
  window.location.hash = ''
})

test('lists what I am in, what is open to me, and what is over', async () => {
  const titled = (id: string, title: string, more: Partial<OwnActivityOut>) => ({
    ...ACTIVITY,
    id,
    title,
    ...more,
  })
  server.use(
    http.get('*/api/v1/me/activities', () =>
      HttpResponse.json(
        page([
          titled('1', '植树', {}),
          titled('2', '献血', { shifts: [{ ...SHIFT, own_sign_up: WAITING }] }),
          titled('3', '清洁', { state: 'settled', shifts: [{ ...SHIFT, own_sign_up: CONFIRMED }] }),
        ]),
      ),
    ),
    ...volunteer([]),
  )
  await open('#/activities')
  const items = async (name: string) => {
    const section = (await screen.findByRole('heading', { name })).parentElement
    return within(section as HTMLElement)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent)
  }
  expect(await items('我报名的')).toEqual(['献血11月22日周日 08:30–11:30人民路候补第 3 位'])
  expect(await items('可以报名的')).toEqual(['植树11月22日周日 08:30–11:30人民路'])
  expect(await items('已结束')).toEqual(['清洁11月22日周日 08:30–11:30人民路已结算 · 已报名'])
})

test('signs up and says so', async () => {
  const held = answerActivity(ACTIVITY)
  let sent: unknown
  server.use(
    http.post('*/api/v1/sign-ups', async ({ request }) => {
      sent = await request.json()
      held.activity = { ...ACTIVITY, shifts: [{ ...SHIFT, own_sign_up: CONFIRMED, can_sign_up: false }] }
      return HttpResponse.json(CONFIRMED, { status: 201 })
    }),
  )
  await open('#/activities/activity-1')
  expect(await screen.findByText('已报 12 / 20 人')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '报名' }))
  expect(await screen.findByText('报名成功。')).toBeVisible()
  expect(await screen.findByText('✓ 已报名')).toBeVisible()
  expect(sent).toEqual({ shift_id: 'shift-1' })
})

test('a full shift has a waiting list, and my place in it is told', async () => {
  const full = { ...SHIFT, confirmed_count: 20, waitlisted_count: 2, closed_because: 'full_waiting' } as const
  const held = answerActivity({ ...ACTIVITY, shifts: [full] })
  server.use(
    http.post('*/api/v1/sign-ups', () => {
      held.activity = { ...ACTIVITY, shifts: [{ ...full, own_sign_up: WAITING, can_sign_up: false }] }
      return HttpResponse.json(WAITING, { status: 201 })
    }),
  )
  await open('#/activities/activity-1')
  await userEvent.click(await screen.findByRole('button', { name: '排候补' }))
  expect(await screen.findByText('名额已满，您在候补第 3 位。有空位会自动递补并在这里通知您。')).toBeVisible()
  expect(await screen.findByText('候补第 3 位')).toBeVisible()
})

test('cancelling asks once', async () => {
  const ahead = { ...SHIFT, starts_at: '2099-11-22T00:30:00Z', ends_at: '2099-11-22T03:30:00Z' }
  const held = answerActivity({ ...ACTIVITY, shifts: [{ ...ahead, own_sign_up: CONFIRMED }] })
  server.use(
    http.post('*/api/v1/sign-ups/sign-up-1/actions/cancel', () => {
      held.activity = ACTIVITY
      return HttpResponse.json({ ...CONFIRMED, state: 'cancelled' })
    }),
  )
  await open('#/activities/activity-1')
  await userEvent.click(await screen.findByRole('button', { name: '取消报名' }))
  await userEvent.click(screen.getByRole('button', { name: '确定取消' }))
  expect(await screen.findByText('已取消报名。')).toBeVisible()
  expect(await screen.findByRole('button', { name: '报名' })).toBeVisible()
})

test('a refusal is told in the server’s words', async () => {
  answerActivity(ACTIVITY)
  server.use(
    http.post('*/api/v1/sign-ups', () =>
      problem(409, 'sign_up_overlap', '时间冲突', { detail: '与“植树”的时间冲突' }),
    ),
  )
  await open('#/activities/activity-1')
  await userEvent.click(await screen.findByRole('button', { name: '报名' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('与“植树”的时间冲突')
})

test('a shift that overlaps or is cancelled cannot be signed up for', async () => {
  answerActivity({
    ...ACTIVITY,
    shifts: [
      { ...SHIFT, can_sign_up: false, closed_because: 'overlap' },
      { ...SHIFT, id: 'shift-2', cancelled_at: '2026-11-21T00:00:00Z' },
    ],
  })
  await open('#/activities/activity-1')
  expect(await screen.findByText('与您已报名的另一个班次时间冲突。')).toBeVisible()
  expect(screen.getByText('班次已取消')).toBeVisible()
  expect(screen.queryByRole('button', { name: '报名' })).toBeNull()
})

test('notices say what has changed, newest first', async () => {
  answerActivity({
    ...ACTIVITY,
    notices: [
      {
        id: 'n-1',
        kind: 'changed',
        facts: {
          ends_at: ['2026-11-22T03:00:00Z', '2026-11-22T03:30:00Z'],
          capacity: [5, null],
          place_kind: ['address', 'village'],
          sign_up_required: [true, false],
          starts_at: ['2026-11-22T00:00:00Z', '2026-11-22T00:30:00Z'],
          shift: ['路口引导', '路口引导'],
        },
        reason: null,
        created_at: '2026-11-20T00:00:00Z',
      },
      { id: 'n-2', kind: 'promoted', facts: {}, reason: null, created_at: '2026-11-21T00:00:00Z' },
    ],
  })
  await open('#/activities/activity-1')
  const notices = await screen.findByRole('region', { name: '通知' })
  expect(notices).toHaveTextContent(
    '已从候补递补为正式报名 2026年11月21日 08:00活动有变动 2026年11月20日 08:00班次：路口引导开始：2026年11月22日 08:00 → 2026年11月22日 08:30结束：2026年11月22日 11:00 → 2026年11月22日 11:30名额：5 → 不限地点类别：地址 → 村（社区）需要报名：是 → 否',
  )
})

test('the calendar’s address is shown once it is made', async () => {
  server.use(
    ...volunteer([]),
    http.post('*/api/v1/me/calendar-link', () =>
      HttpResponse.json({ url: '/api/v1/public/calendars/x.ics' }, { status: 201 }),
    ),
    http.delete('*/api/v1/me/calendar-link', () => new HttpResponse(null, { status: 204 })),
  )
  await open('#/activities')
  await userEvent.click(await screen.findByRole('button', { name: '订阅到手机日历' }))
  expect(await screen.findByText(`${window.location.origin}/api/v1/public/calendars/x.ics`)).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '停用这个地址' }))
  expect(await screen.findByText('地址已停用。')).toBeVisible()
})

test('joins a team, and leaves it after being asked', async () => {
  const team = {
    id: 'team-1',
    name: '法律服务队',
    organisation_name: '区司法局机关支部',
    introduction: '',
    member_count: 12,
    leaders: [{ person_id: 'person-2', name: '李强' }],
  }
  let isMine = false
  server.use(
    ...volunteer([]),
    http.get('*/api/v1/me/volunteer-teams', ({ request }) => {
      const isJoinable = new URL(request.url).searchParams.get('joinable') === 'true'
      return HttpResponse.json(page(isJoinable === isMine ? [] : [team]))
    }),
    http.post('*/api/v1/me/volunteer-teams', async ({ request }) => {
      isMine = ((await request.json()) as { team_id: string }).team_id === 'team-1'
      return HttpResponse.json({}, { status: 201 })
    }),
    http.post('*/api/v1/me/volunteer-teams/team-1/actions/leave', () => {
      isMine = false
      return HttpResponse.json({})
    }),
  )
  await open('#/teams')
  await userEvent.click(await screen.findByRole('button', { name: '加入法律服务队' }))
  expect(await screen.findByText('已加入“法律服务队”。')).toBeVisible()
  await userEvent.click(await screen.findByRole('button', { name: '退出法律服务队' }))
  await userEvent.click(screen.getByRole('button', { name: '确定退出' }))
  expect(await screen.findByText('已退出“法律服务队”。')).toBeVisible()
  expect(await screen.findByText('还没有加入队伍。')).toBeVisible()
})
