import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { problem, renderAt, server, signedIn } from '../support/desk'
import { answerEnrolments, OTHER_WITH_ACCOUNT, WITH_ACCOUNT } from './enrolment-bodies'

const PERMISSIONS = ['users.read', 'role_assignments.read', 'role_assignments.write']

interface SentGrant {
  readonly user_id: string
  readonly role: string
  readonly organisation_id: string
}

/** Takes roles, but none for `refused`. */
function takeGrants(refused?: string) {
  const sent: SentGrant[] = []
  server.use(
    ...signedIn({ permissions: PERMISSIONS }),
    http.post('*/api/v1/role-assignments', async ({ request }) => {
      const body: SentGrant = JSON.parse(await request.text())
      sent.push(body)
      if (body.user_id !== refused) return HttpResponse.json({ id: 'assignment-9' }, { status: 201 })
      return problem(409, 'already_held', '已有这个角色', { detail: '王芳已有这个角色' })
    }),
  )
  return sent
}

async function grant(label: string) {
  await userEvent.click(screen.getByRole('button', { name: label }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.click(within(dialog).getByRole('button', { name: label }))
}

test('grants the roles that are due to who is ticked', async () => {
  const asked = answerEnrolments([WITH_ACCOUNT, OTHER_WITH_ACCOUNT])
  const sent = takeGrants()
  await renderAt('/system/role-assignments/enrol')
  const row = await screen.findByRole('row', { name: /李强/ })
  expect(asked[0]?.get('lacking')).toBe('roles')
  expect(row).toHaveTextContent('liqiang党员：区财政局第一党支部党组织书记：区财政局机关党委')
  await userEvent.click(within(row).getByRole('checkbox'))
  await grant('授予 1 人的角色')
  expect(await screen.findByText('已授予 2 个角色')).toBeVisible()
  expect(sent).toEqual([
    { user_id: 'user-2', role: 'member', organisation_id: 'organisation-2' },
    { user_id: 'user-2', role: 'secretary', organisation_id: 'organisation-4' },
  ])
})

test('grants them to all with nobody ticked, and says what was refused', async () => {
  answerEnrolments([OTHER_WITH_ACCOUNT], [WITH_ACCOUNT])
  const sent = takeGrants('user-3')
  await renderAt('/system/role-assignments/enrol')
  await screen.findByRole('row', { name: /王芳/ })
  await grant('授予 2 人的角色')
  expect(await screen.findByText('已授予 2 个角色')).toBeVisible()
  expect(sent).toHaveLength(3)
  expect(screen.getByText('王芳（党员：区财政局第一党支部）：王芳已有这个角色')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '返回名单' }))
  expect(await screen.findByRole('button', { name: '授予 2 人的角色' })).toBeEnabled()
})
