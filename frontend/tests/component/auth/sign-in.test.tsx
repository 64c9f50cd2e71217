import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { problem, renderAt, renderSignedOutAt, server, signedIn, signedOut, TOKEN } from '../support/desk'

const HOME = { tasks: [], waiting: [], changes: [], notices: [], figures: {} }

async function fillIn(username: string, password: string) {
  const user = userEvent.setup()
  await user.type(await screen.findByLabelText('用户名'), username)
  await user.type(screen.getByLabelText('密码'), password)
  await user.click(screen.getByRole('button', { name: '登录' }))
  return user
}

function answerAfterSignIn() {
  const [, ...rest] = signedIn()
  server.use(
    ...rest,
    http.get('*/api/v1/me/home', () => HttpResponse.json(HOME)),
  )
}

test('signs in with username and password and opens the page that was asked for', async () => {
  const sent: string[] = []
  server.use(
    ...signedOut(),
    http.post('*/api/v1/auth/token', async ({ request }) => {
      sent.push(await request.text())
      answerAfterSignIn()
      return HttpResponse.json(TOKEN)
    }),
  )
  const { router } = await renderSignedOutAt('/')
  expect(router.state.location.pathname).toBe('/sign-in')
  await fillIn(' wangfang ', 'secret phrase')
  expect(await screen.findByRole('heading', { level: 1, name: '首页' })).toBeVisible()
  expect(sent).toEqual(['username=wangfang&password=secret+phrase'])
})

test('asks for the one-time code only when the account has one, and sends it with the password', async () => {
  const sent: string[] = []
  server.use(
    ...signedOut(),
    http.post('*/api/v1/auth/token', async ({ request }) => {
      const form = new URLSearchParams(await request.text())
      sent.push(form.toString())
      if (!form.has('otp')) return problem(401, 'otp_required', '需要动态验证码')
      answerAfterSignIn()
      return HttpResponse.json(TOKEN)
    }),
  )
  await renderSignedOutAt('/sign-in')
  expect(screen.queryByLabelText('动态验证码')).toBeNull()
  const user = await fillIn('wangfang', 'secret')
  await user.type(await screen.findByLabelText('动态验证码'), '123456')
  await user.click(screen.getByRole('button', { name: '验证并登录' }))
  expect(await screen.findByRole('heading', { level: 1, name: '首页' })).toBeVisible()
  expect(sent).toEqual(['username=wangfang&password=secret', 'username=wangfang&password=secret&otp=123456'])
})

test('shows the server’s words for a wrong password and keeps the username', async () => {
  server.use(
    ...signedOut(),
    http.post('*/api/v1/auth/token', () =>
      problem(401, 'invalid_credentials', '用户名或密码不正确', { detail: '请检查后重新输入。' }),
    ),
  )
  await renderSignedOutAt('/sign-in')
  await fillIn('wangfang', 'wrong')
  expect(await screen.findByRole('alert')).toHaveTextContent('用户名或密码不正确请检查后重新输入。')
  expect(screen.getByLabelText('用户名')).toHaveValue('wangfang')
})

test('says how long an account stays locked', async () => {
  server.use(
    ...signedOut(),
    http.post('*/api/v1/auth/token', () =>
      problem(429, 'too_many_attempts', '尝试次数过多', { headers: { 'Retry-After': '540' } }),
    ),
  )
  await renderSignedOutAt('/sign-in')
  await fillIn('wangfang', 'wrong')
  expect(await screen.findByRole('alert')).toHaveTextContent(
    /^尝试次数过多为保护账号，请在 (9:00|8:5\d) 后再试。也可以联系系统管理员解锁。$/,
  )
})

test('offers the demonstration’s accounts and signs in with one click', async () => {
  const sent: string[] = []
  server.use(
    ...signedOut({ demo: true }),
    http.get('*/api/v1/public/demo-accounts', () =>
      HttpResponse.json({
        ballot_codes: [],
        items: [
          {
            username: 'clerk',
            password: 'demo',
            role: 'clerk',
            organisation: '财政局第一党支部',
            organisation_id: 'organisation-2',
            display_name: '刘洋',
          },
        ],
      }),
    ),
    http.post('*/api/v1/auth/token', async ({ request }) => {
      sent.push(await request.text())
      answerAfterSignIn()
      return HttpResponse.json(TOKEN)
    }),
  )
  await renderSignedOutAt('/sign-in')
  const card = await screen.findByRole('button', { name: /党务干事.*刘洋.*财政局第一党支部/ })
  await userEvent.click(card)
  expect(await screen.findByRole('heading', { level: 1, name: '首页' })).toBeVisible()
  expect(sent).toEqual(['username=clerk&password=demo'])
})

test('never follows an address of another site after signing in', async () => {
  server.use(
    ...signedOut(),
    http.post('*/api/v1/auth/token', () => {
      answerAfterSignIn()
      return HttpResponse.json(TOKEN)
    }),
  )
  const { router } = await renderSignedOutAt('/sign-in?redirect=//evil.example/steal')
  await fillIn('wangfang', 'secret')
  await screen.findByRole('heading', { level: 1, name: '首页' })
  expect(router.state.location.href).toBe('/')
})

test('asks to sign in again over the page when the session has ended, and then goes on', async () => {
  server.use(
    ...signedIn(),
    http.get('*/api/v1/me/home', () => HttpResponse.json(HOME)),
  )
  const { queryClient } = await renderAt('/')
  await screen.findByText('没有待办任务')

  server.use(
    http.get('*/api/v1/me/home', () => problem(401, 'not_signed_in', '请登录')),
    http.post('*/api/v1/auth/refresh', () => problem(401, 'session_ended', '请登录')),
  )
  void queryClient.refetchQueries({ queryKey: ['me', 'home'] })
  const dialog = await screen.findByRole('dialog')
  await waitFor(() => expect(within(dialog).getByText('登录已过期')).toBeVisible())
  expect(screen.getByText('没有待办任务')).toBeInTheDocument()

  server.use(
    http.post('*/api/v1/auth/token', () => HttpResponse.json(TOKEN)),
    http.get('*/api/v1/me/home', () => HttpResponse.json(HOME)),
  )
  await userEvent.type(await screen.findByLabelText('密码'), 'secret')
  await userEvent.click(screen.getByRole('button', { name: '登录' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('sends those whose role needs one-time codes to set them up first', async () => {
  server.use(...signedIn({ otp_setup_required: true }))
  await renderAt('/')
  expect(await screen.findByRole('heading', { name: '设置动态验证码' })).toBeVisible()
})

test('lets somebody with several roles choose one', async () => {
  const assignments = [
    { id: 'a', role: 'secretary', organisation_id: 'o-1', organisation_name: '第一党支部' },
    { id: 'b', role: 'member', organisation_id: 'o-2', organisation_name: '第二党支部' },
  ]
  const sent: unknown[] = []
  server.use(
    ...signedIn({ assignments, assignment: null }),
    http.post('*/api/v1/auth/switch', async ({ request }) => {
      sent.push(await request.json())
      server.use(
        ...signedIn({ assignments, assignment: assignments[1] ?? null }),
        http.get('*/api/v1/me/home', () => HttpResponse.json(HOME)),
      )
      return HttpResponse.json({ ...TOKEN, assignment_id: 'b' })
    }),
  )
  await renderAt('/')
  await userEvent.click(await screen.findByRole('button', { name: '党员 第二党支部' }))
  expect(await screen.findByRole('heading', { level: 1, name: '首页' })).toBeVisible()
  expect(sent).toEqual([{ assignment_id: 'b' }])
})
