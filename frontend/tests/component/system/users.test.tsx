import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { problem, renderAt, server, signedIn } from '../support/desk'
import { answerEnrolments, LI, takeUsers } from './enrolment-bodies'

const USER = {
  id: 'user-9',
  version: 3,
  state: 'active',
  allowed_actions: ['disable', 'reset_password', 'unlock'],
  created_at: '2026-11-01T00:00:00Z',
  updated_at: '2026-11-20T00:00:00Z',
  username: 'zhao.new',
  display_name: '赵文静',
  organisation_id: 'organisation-1',
  organisation_name: '明州区直机关工委',
  person_id: null,
  person_name: null,
  locked: true,
  otp_enabled: false,
  must_change_password: true,
  last_sign_in_at: null,
}

const PERMISSIONS = ['users.read', 'users.write']

function answerUser(user: object = USER) {
  server.use(
    ...signedIn({ permissions: PERMISSIONS }),
    http.get('*/api/v1/users/user-9', () => HttpResponse.json(user)),
  )
}

test('lists accounts with lock, second factor and last sign-in', async () => {
  const other = {
    ...USER,
    id: 'user-8',
    display_name: '李卫东',
    locked: false,
    otp_enabled: true,
    state: 'disabled',
  }
  server.use(
    ...signedIn({ permissions: PERMISSIONS }),
    http.get('*/api/v1/users', ({ request }) => {
      const { searchParams } = new URL(request.url)
      expect([searchParams.get('q'), searchParams.get('scope')]).toEqual(['赵', 'subtree'])
      return HttpResponse.json({ items: [USER, other], next_cursor: null, total: 2 })
    }),
  )
  await renderAt('/system/users?q=赵')
  expect(await screen.findByRole('row', { name: /赵文静/ })).toHaveTextContent('已锁定未启用从未登录')
  expect(screen.getByRole('row', { name: /李卫东/ })).toHaveTextContent('已停用已启用从未登录')
  expect(screen.getByRole('link', { name: '赵文静' })).toHaveAttribute('href', '/system/users/user-9')
})

test('offers only what the server allows, and nothing upon the own account', async () => {
  answerUser({ ...USER, id: 'user-1', allowed_actions: [] })
  server.use(
    http.get('*/api/v1/users/user-1', () =>
      HttpResponse.json({ ...USER, id: 'user-1', allowed_actions: [] }),
    ),
  )
  await renderAt('/system/users/user-1')
  expect(await screen.findByText(/这是您自己的账号/)).toBeVisible()
  expect(screen.queryByRole('button', { name: '停用账号' })).toBeNull()
  expect(screen.queryByRole('button', { name: '重置密码' })).toBeNull()
})

test('disables an account for a reason, which is asked for', async () => {
  answerUser()
  let sent: unknown
  server.use(
    http.post('*/api/v1/users/user-9/actions/disable', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ ...USER, state: 'disabled' })
    }),
  )
  await renderAt('/system/users/user-9')
  await userEvent.click(await screen.findByRole('button', { name: '停用账号' }))
  const dialog = await screen.findByRole('dialog')
  expect(dialog).toHaveTextContent('停用 赵文静 的账号？')
  await userEvent.click(within(dialog).getByRole('button', { name: '停用账号' }))
  expect(await within(dialog).findByText('请写明原因')).toBeVisible()
  await userEvent.type(within(dialog).getByRole('textbox', { name: '原因' }), '已调离')
  await userEvent.click(within(dialog).getByRole('button', { name: '停用账号' }))
  expect(await screen.findByText('已停用')).toBeVisible()
  expect(sent).toEqual({ reason: '已调离' })
})

test('resets a password to a made-up one and shows what the server finds weak', async () => {
  answerUser()
  const sent: { password: string }[] = []
  server.use(
    http.post('*/api/v1/users/user-9/actions/reset_password', async ({ request }) => {
      const body: { password: string } = JSON.parse(await request.text())
      sent.push(body)
      if (sent.length > 1) return HttpResponse.json(USER)
      return problem(422, 'malformed', '内容有误', {
        errors: [{ pointer: '/password', code: 'too_common', message: '密码过于常见，容易被猜中' }],
      })
    }),
  )
  await renderAt('/system/users/user-9')
  await userEvent.click(await screen.findByRole('button', { name: '重置密码' }))
  const dialog = await screen.findByRole('dialog')
  expect(dialog).toHaveTextContent('重置 赵文静 的密码')
  await userEvent.type(within(dialog).getByRole('textbox', { name: '临时密码' }), 'password')
  await userEvent.click(within(dialog).getByRole('button', { name: '重置密码' }))
  expect(await within(dialog).findByText('密码过于常见，容易被猜中')).toBeVisible()
  await userEvent.click(within(dialog).getByRole('button', { name: '随机生成' }))
  await userEvent.click(within(dialog).getByRole('button', { name: '重置密码' }))
  expect(await screen.findByText('密码已重置')).toBeVisible()
  expect(
    sent.map(({ password }) => /^(?=.*[A-Z])(?=.*[a-z])(?=.*\d)(?=.*[#%+=@]).{14}$/.test(password)),
  ).toEqual([false, true])
})

test('an account for somebody on the roster takes name and organisation from there', async () => {
  const asked = answerEnrolments([LI])
  const sent = takeUsers()
  answerUser({ ...USER, person_id: 'person-2', person_name: '李强' })
  server.use(http.get('*/api/v1/users', () => HttpResponse.json({ items: [], next_cursor: null, total: 0 })))
  await renderAt('/system/users')
  await userEvent.click(await screen.findByRole('button', { name: '新建用户' }))
  const dialog = await screen.findByRole('dialog')
  expect(dialog).toHaveTextContent('不选人员的账号没有本人的服务时长')
  const person = within(dialog).getByRole('combobox', { name: '对应人员' })
  await userEvent.click(person)
  await userEvent.type(person, '李')
  await userEvent.click(await screen.findByText('李强（区财政局第一党支部 · 书记）'))
  expect(asked.at(-1)?.get('lacking')).toBe('account')
  expect(within(dialog).getByRole('textbox', { name: '姓名' })).toHaveValue('李强')
  await userEvent.click(within(dialog).getByRole('button', { name: '随机生成' }))
  await userEvent.click(within(dialog).getByRole('button', { name: '新建用户' }))
  expect(await screen.findByRole('heading', { name: '赵文静' })).toBeVisible()
  expect(sent).toEqual([
    {
      person_id: 'person-2',
      display_name: '李强',
      organisation_id: 'organisation-2',
      username: null,
      password: expect.stringMatching(/^.{14}$/),
    },
  ])
})

test('parts an account from whom it stood for', async () => {
  answerEnrolments([LI])
  answerUser({ ...USER, person_id: 'person-5', person_name: '赵静' })
  let sent: unknown
  server.use(
    http.patch('*/api/v1/users/user-9', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json(USER)
    }),
  )
  await renderAt('/system/users/user-9')
  expect(await screen.findByText('赵静')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '修改' }))
  const dialog = await screen.findByRole('dialog')
  const person = within(dialog).getByRole('combobox', { name: '对应人员' })
  const clear = person.closest('.ant-select')?.querySelector('.ant-select-clear')
  if (clear) await userEvent.click(clear)
  await userEvent.click(within(dialog).getByRole('button', { name: '保存' }))
  expect(await screen.findByText('已保存')).toBeVisible()
  expect(sent).toEqual({ display_name: '赵文静', organisation_id: 'organisation-1', person_id: null })
})

test('says what an account without a person does not have', async () => {
  answerUser()
  await renderAt('/system/users/user-9')
  expect(await screen.findByText('未关联')).toBeVisible()
  expect(screen.getByText(/没有本人的服务时长/)).toBeVisible()
})
