import { HttpResponse, http, type RequestHandler } from 'msw'
import { setupServer } from 'msw/node'
import type { Me } from '@/shared/api/session-types'

/** The network of the tests: what a test does not answer itself fails. */
export const server = setupServer()

export const OFFICER: Me = {
  id: 'user-1',
  username: 'wangfang',
  display_name: '王芳',
  person_id: null,
  locale: 'zh-CN',
  assignments: [
    {
      id: 'assignment-1',
      role: 'committee_officer',
      organisation_id: 'organisation-1',
      organisation_name: '明州区直机关工委',
    },
  ],
  assignment: {
    id: 'assignment-1',
    role: 'committee_officer',
    organisation_id: 'organisation-1',
    organisation_name: '明州区直机关工委',
  },
  permissions: ['home.read'],
  otp_enabled: true,
  otp_setup_required: false,
  must_change_password: false,
  demo: false,
}

export const TOKEN = {
  access_token: 'token-1',
  token_type: 'Bearer',
  expires_in: 600,
  assignment_id: 'assignment-1',
}

export const SETTINGS = {
  committee_name: '明州区直机关工委',
  demo: false,
  time_zone: 'Asia/Shanghai',
  today: '2026-11-22',
}

/** Answers for somebody who is signed in: a refresh, who they are, and the public settings. */
export function signedIn(me: Partial<Me> = {}): RequestHandler[] {
  return [
    http.post('*/api/v1/auth/refresh', () => HttpResponse.json(TOKEN)),
    http.get('*/api/v1/me', () => HttpResponse.json({ ...OFFICER, ...me })),
    http.get('*/api/v1/public/settings', () => HttpResponse.json(SETTINGS)),
  ]
}

/** Answers for somebody who is not. */
export function signedOut(settings: Partial<typeof SETTINGS> = {}): RequestHandler[] {
  return [
    http.post('*/api/v1/auth/sign-out', () => new HttpResponse(null, { status: 204 })),
    http.post('*/api/v1/auth/refresh', () => problem(401, 'session_ended', '请登录')),
    http.get('*/api/v1/public/settings', () => HttpResponse.json({ ...SETTINGS, ...settings })),
  ]
}

interface ProblemExtras {
  readonly detail?: string
  readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly message: string }[]
  readonly headers?: Record<string, string>
}

export function problem(status: number, code: string, title: string, extras: ProblemExtras = {}) {
  const { headers = {}, ...rest } = extras
  return HttpResponse.json(
    {
      type: `/problems/${code}`,
      status,
      code,
      title,
      detail: '',
      errors: [],
      request_id: 'request-1',
      ...rest,
    },
    { status, headers: { 'Content-Type': 'application/problem+json', ...headers } },
  )
}
