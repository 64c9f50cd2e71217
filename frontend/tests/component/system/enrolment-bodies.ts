import { HttpResponse, http } from 'msw'
import { server } from '../support/network'

const enrolled = (id: string, name: string, others: object = {}) => ({
  person_id: id,
  name,
  organisation_id: 'organisation-2',
  organisation_name: '区财政局第一党支部',
  is_secretary: false,
  user_id: null,
  username: null,
  last_sign_in_at: null,
  roles_due: [],
  ...others,
})

export const WANG = enrolled('person-1', '王芳')
export const LI = enrolled('person-2', '李强', { is_secretary: true })
export const CHEN = enrolled('person-3', '陈静', {
  organisation_id: 'organisation-3',
  organisation_name: '区民政局党支部',
})

const due = (role: string, organisation_id: string, organisation_name: string) => ({
  role,
  organisation_id,
  organisation_name,
})

export const WITH_ACCOUNT = {
  ...LI,
  user_id: 'user-2',
  username: 'liqiang',
  roles_due: [
    due('member', 'organisation-2', '区财政局第一党支部'),
    due('secretary', 'organisation-4', '区财政局机关党委'),
  ],
}
export const OTHER_WITH_ACCOUNT = {
  ...WANG,
  user_id: 'user-3',
  username: 'wangfang',
  roles_due: [due('member', 'organisation-2', '区财政局第一党支部')],
}

/** Answers with one page after another, and keeps what was asked. */
export function answerEnrolments(...pages: readonly (readonly object[])[]) {
  const asked: URLSearchParams[] = []
  server.use(
    http.get('*/api/v1/organisations/tree', () => HttpResponse.json({ as_of: '2026-11-22', items: [] })),
    http.get('*/api/v1/organisations/:id', ({ params }) =>
      HttpResponse.json({ id: params.id, name: '区财政局第一党支部' }),
    ),
    http.get('*/api/v1/enrolments', ({ request }) => {
      const { searchParams } = new URL(request.url)
      asked.push(searchParams)
      const page = Number(searchParams.get('cursor') ?? 0)
      const next_cursor = page + 1 < pages.length ? String(page + 1) : null
      return HttpResponse.json({ items: pages[page] ?? [], next_cursor, total: pages.flat().length })
    }),
  )
  return asked
}

export interface SentUser {
  readonly person_id: string
  readonly display_name: string
  readonly password: string
}

export const SPELT: Readonly<Record<string, string>> = { 王芳: 'wangfang', 李强: 'liqiang', 陈静: 'chenjing' }

/** Takes new accounts, and keeps what was sent for them. */
export function takeUsers() {
  const sent: SentUser[] = []
  server.use(
    http.post('*/api/v1/users', async ({ request }) => {
      const body: SentUser = JSON.parse(await request.text())
      sent.push(body)
      return HttpResponse.json({ id: 'user-9', username: SPELT[body.display_name] }, { status: 201 })
    }),
  )
  return sent
}
