import { HttpResponse, http, type RequestHandler } from 'msw'
import type { CheckInOut, OwnActivityOut, OwnAttendanceShiftOut, OwnShiftOut } from '@/shared/api/schema.gen'
import { signedIn } from '../support/network'

const MAC = 'abcdefghij_-ABCDEFGHIJ'
const STEP = 89_782_740

/** A shift's id and the code of its screen. */
export function shiftCode(letter: string) {
  const shiftId = `019abc77-7000-7000-8000-0000000000${letter.charCodeAt(0).toString(16)}`
  const bytes = (shiftId.replaceAll('-', '').match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))
  const base64 = btoa(String.fromCharCode(...bytes))
  const written = base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
  return { shiftId, code: `G1.${written}.${STEP}.${MAC}` }
}

export const MEMBER = { person_id: 'person-1', permissions: ['home.read', 'volunteering.serve'] }
export const LEADER = {
  person_id: 'person-1',
  permissions: ['home.read', 'volunteering.serve', 'attendance.take'],
}
const HOME = { notices: [], tasks: [], waiting: [], changes: [], figures: {} }

export const page = <T>(items: readonly T[], next_cursor: string | null = null) => ({ items, next_cursor })

export const CHECK_IN: CheckInOut = {
  id: 'check-in-1',
  version: 1,
  state: 'accepted',
  allowed_actions: [],
  created_at: '2026-11-22T00:52:05Z',
  updated_at: '2026-11-22T00:52:05Z',
  activity_id: 'activity-1',
  activity_title: '文明交通志愿服务',
  shift_id: 'shift-1',
  post: '路口引导',
  person_id: 'person-1',
  name: '王芳',
  type: 'entry',
  method: 'scan',
  day: '2026-11-22',
  pair: 1,
  occurred_at: '2026-11-22T00:52:00Z',
  recorded_at: '2026-11-22T00:52:05Z',
  reason: null,
  review_reason: null,
  minutes: 0,
}

export const TODAY: OwnAttendanceShiftOut = {
  activity_id: 'activity-1',
  activity_title: '文明交通志愿服务',
  shift_id: 'shift-1',
  post: '路口引导',
  starts_at: '2026-11-22T00:30:00Z',
  ends_at: '2099-11-22T03:30:00Z',
  next: 'entry',
  minutes: 0,
  check_ins: [],
}

export const SHIFT: OwnShiftOut = {
  id: 'shift-1',
  post: '路口引导',
  place: null,
  starts_at: '2026-11-22T00:30:00Z',
  ends_at: '2026-11-22T03:30:00Z',
  capacity: 20,
  confirmed_count: 12,
  waitlisted_count: 0,
  opens_minutes: 60,
  closes_minutes: 120,
  cancelled_at: null,
  own_sign_up: null,
  can_sign_up: true,
  closed_because: null,
}

export const ACTIVITY: OwnActivityOut = {
  id: 'activity-1',
  number: 'HD20261122001',
  title: '文明交通志愿服务',
  theme: '',
  description: '请着红马甲',
  place_kind: 'address',
  place: '人民路',
  organisation_name: '明州区直机关工委',
  team_name: null,
  leader_name: '李强',
  state: 'published',
  starts_at: '2026-11-22T00:30:00Z',
  ends_at: '2026-11-22T03:30:00Z',
  sign_up_required: true,
  sign_up_until: null,
  leads: false,
  shifts: [SHIFT],
  notices: [],
}

/** Answers for a volunteer's first page; what a test answers itself comes before. */
export function volunteer(
  items: readonly OwnAttendanceShiftOut[] = [],
  who: { readonly person_id: string; readonly permissions: readonly string[] } = MEMBER,
): RequestHandler[] {
  return [
    ...signedIn(who),
    http.get('*/api/v1/me/home', () => HttpResponse.json(HOME)),
    http.get('*/api/v1/me/attendance', () =>
      HttpResponse.json({ server_time: new Date().toISOString(), items }),
    ),
    http.get('*/api/v1/me/activities', () => HttpResponse.json(page([]))),
    http.get('*/api/v1/me/check-ins', () => HttpResponse.json(page([]))),
  ]
}
