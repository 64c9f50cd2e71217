import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { afterEach, expect, test } from 'vitest'
import { App } from '@/phone/app/App'
import { session } from '@/phone/app/api'
import type { VolunteerHoursOut } from '@/shared/api/schema.gen'
import { server } from '../support/network'
import { page, volunteer } from './volunteering-bodies'

const HOURS: VolunteerHoursOut = {
  id: 'hours-1',
  version: 1,
  state: 'pending',
  allowed_actions: ['dispute'],
  created_at: '2026-11-19T04:00:00Z',
  updated_at: '2026-11-19T04:00:00Z',
  organisation_id: 'branch-1',
  organisation_name: '第一党支部',
  person_id: 'person-1',
  name: '王芳',
  activity_id: 'activity-1',
  activity_title: '文明交通志愿服务',
  team_id: null,
  team_name: null,
  kind: 'recorded',
  day: '2026-11-19',
  occurred_at: '2026-11-19T00:30:00Z',
  recorded_at: '2026-11-19T04:00:00Z',
  delay_days: 0,
  minutes: 192,
  computed_minutes: 192,
  flags: [],
  approval: 'own',
  reason: null,
  verified_by_name: null,
  verified_at: null,
}
const SUMS = { recorded_minutes: 2892, late_entry_minutes: 120, pending_minutes: 192 }

async function open(hash: string) {
  window.location.hash = hash
  await session.refresh()
  render(<App />)
}

afterEach(() => {
  window.location.hash = ''
})

test('recorded, late and pending hours stand apart', async () => {
  const late: VolunteerHoursOut = {
    ...HOURS,
    id: 'h-2',
    kind: 'late_entry',
    delay_days: 9,
    state: 'verified',
  }
  server.use(
    ...volunteer([]),
    http.get('*/api/v1/me/volunteer-hours/summary', () => HttpResponse.json(SUMS)),
    http.get('*/api/v1/me/volunteer-hours', () => HttpResponse.json(page([HOURS, late]))),
  )
  await open('#/hours')
  expect(await screen.findByText('签到记录与补录分别统计，不相加。')).toBeVisible()
  expect(
    screen.getAllByRole('definition').map(({ textContent }) => textContent?.replace(/\s/g, ' ')),
  ).toEqual(['48 小时 12 分', '2 小时', '3 小时 12 分'])
  expect(await screen.findByText('2026年11月19日 · 待核实')).toBeVisible()
  expect(screen.getByText('2026年11月19日 · 已核实 · 补录，晚 9 天')).toBeVisible()
})

test('further pages come when they are asked for', async () => {
  server.use(
    ...volunteer([]),
    http.get('*/api/v1/me/volunteer-hours/summary', () => HttpResponse.json(SUMS)),
    http.get('*/api/v1/me/volunteer-hours', ({ request }) => {
      const cursor = new URL(request.url).searchParams.get('cursor')
      return HttpResponse.json(
        cursor === 'next' ? page([{ ...HOURS, id: 'h-2', activity_title: '植树' }]) : page([HOURS], 'next'),
      )
    }),
  )
  await open('#/hours')
  await userEvent.click(await screen.findByRole('button', { name: '查看更早的' }))
  expect(await screen.findByRole('link', { name: '植树' })).toHaveAttribute('href', '#/hours/h-2')
  expect(screen.getByRole('link', { name: '文明交通志愿服务' })).toBeVisible()
  expect(screen.queryByRole('button', { name: '查看更早的' })).toBeNull()
})

test('the explanation adds up, and a dispute goes with its reason', async () => {
  let hours = HOURS
  let sent: unknown
  server.use(
    ...volunteer([]),
    http.get('*/api/v1/volunteer-hours/hours-1', () => HttpResponse.json(hours)),
    http.get('*/api/v1/volunteer-hours/hours-1/explanation', () =>
      HttpResponse.json({
        lines: [
          { kind: 'pair', text: '08:58 签到，12:30 签退', minutes: 212 },
          { kind: 'break', text: '扣除休息', minutes: -20 },
        ],
        minutes: 192,
      }),
    ),
    http.post('*/api/v1/volunteer-hours/hours-1/actions/dispute', async ({ request }) => {
      sent = await request.json()
      hours = { ...HOURS, state: 'disputed', allowed_actions: [] }
      return HttpResponse.json(hours)
    }),
  )
  await open('#/hours/hours-1')
  expect((await screen.findAllByRole('row')).map(({ textContent }) => textContent)).toEqual([
    '08:58 签到，12:30 签退212 分',
    '扣除休息-20 分',
    '合计192 分',
  ])
  await userEvent.click(screen.getByRole('button', { name: '申诉' }))
  await userEvent.type(screen.getByLabelText(/哪里不对/), '没有休息')
  await userEvent.click(screen.getByRole('button', { name: '提交申诉' }))
  expect(await screen.findByText('申诉中')).toBeVisible()
  expect(screen.queryByRole('button', { name: '申诉' })).toBeNull()
  expect(sent).toEqual({ reason: '没有休息' })
})

test('asks for a certificate and follows its notice', async () => {
  const certificates: object[] = []
  let sent: unknown
  server.use(
    ...volunteer([]),
    http.get('*/api/v1/me/certificates', () => HttpResponse.json(page(certificates))),
    http.get('*/api/v1/me/certificate-notices', () => HttpResponse.json(page([]))),
    http.post('*/api/v1/me/certificates', async ({ request }) => {
      sent = await request.json()
      const certificate = {
        id: 'certificate-1',
        state: 'requested',
        from_on: '2026-01-01',
        until_on: '2026-11-22',
        recorded_minutes: 2892,
        late_entry_minutes: 120,
        star_level: 0,
        purpose: '评优',
        notice_from: '2026-11-23',
        notice_until: '2026-11-29',
        number: null,
        issued_at: null,
      }
      certificates.push(certificate)
      return HttpResponse.json(certificate, { status: 201 })
    }),
  )
  await open('#/certificates')
  expect(await screen.findByText('还没有申请过证明。')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '申请证明' }))
  await userEvent.type(screen.getByLabelText('用途（可不填）'), '评优')
  await userEvent.click(screen.getByRole('button', { name: '提交申请' }))
  expect(await screen.findByText('公示中，至 2026年11月29日')).toBeVisible()
  expect(screen.getByText('签到记录 48 小时 12 分，补录 2 小时')).toBeVisible()
  expect(sent).toEqual({ from_on: '2026-01-01', until_on: '2026-11-22', purpose: '评优' })
})
