import { fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { problem, renderAt, server, signedIn } from '../support/desk'

const HOME = { tasks: [], waiting: [], changes: [], notices: [], figures: {} }

async function fill(current: string, fresh: string, again = fresh) {
  const field = (name: string) => screen.getByLabelText(name)
  for (const [name, text] of [
    ['现在的密码', current],
    ['新密码', fresh],
    ['再输一次新密码', again],
  ] as const) {
    fireEvent.change(field(name), { target: { value: text } })
  }
  await userEvent.click(screen.getByRole('button', { name: '修改密码' }))
}

test('a handed-over password has to be changed before the page that was asked for', async () => {
  server.use(
    ...signedIn({ must_change_password: true }),
    http.post('*/api/v1/me/password', async ({ request }) => {
      const body: unknown = await request.json()
      expect(body).toEqual({ current_password: 'handed-over-1', new_password: 'Quiet-River-21' })
      server.use(...signedIn({ must_change_password: false }))
      return new HttpResponse(null, { status: 204 })
    }),
  )
  const { router } = await renderAt('/account')
  expect(await screen.findByRole('heading', { level: 1, name: '设置新密码' })).toBeVisible()
  expect(router.state.location.pathname).toBe('/change-password')
  await fill('handed-over-1', 'Quiet-River-21')
  expect(await screen.findByRole('heading', { level: 1, name: '我的账号' })).toBeVisible()
  expect(router.state.location.pathname).toBe('/account')
})

test('what is wrong with a password stands under its field', async () => {
  server.use(
    ...signedIn(),
    http.post('*/api/v1/me/password', () =>
      problem(422, 'malformed', '内容有误', {
        errors: [{ pointer: '/current_password', code: 'wrong_password', message: '当前密码不正确' }],
      }),
    ),
  )
  await renderAt('/account')
  await screen.findByRole('heading', { level: 1, name: '我的账号' })
  await fill('old-password', 'Quiet-River-21', 'Quiet-River-22')
  expect(await screen.findByText('两次输入的新密码不一样')).toBeVisible()
  await fill('old-password', 'Quiet-River-21')
  expect(await screen.findByText('当前密码不正确')).toBeVisible()
})

test('sets up the second factor on the account page', async () => {
  server.use(
    ...signedIn({ otp_enabled: false }),
    http.post('*/api/v1/me/otp', () =>
      HttpResponse.json({ secret: 'JBSWY3DP', uri: 'otpauth://totp/x?secret=JBSWY3DP' }),
    ),
    http.post('*/api/v1/me/otp/actions/confirm', () => {
      server.use(...signedIn({ otp_enabled: true }))
      return new HttpResponse(null, { status: 204 })
    }),
  )
  await renderAt('/account')
  await userEvent.click(await screen.findByRole('button', { name: '设置两步验证' }))
  await userEvent.click(await screen.findByRole('button', { name: '生成密钥' }))
  expect(await screen.findByText('JBSWY3DP')).toBeVisible()
  await userEvent.type(screen.getByLabelText('动态验证码'), '123456')
  await userEvent.click(screen.getByRole('button', { name: '完成设置' }))
  expect(await screen.findByText('已启用')).toBeVisible()
})

test('the account menu leads to the account page', async () => {
  server.use(
    ...signedIn(),
    http.get('*/api/v1/me/home', () => HttpResponse.json(HOME)),
  )
  const { router } = await renderAt('/')
  await userEvent.click(await screen.findByRole('button', { name: /账号菜单/ }))
  await userEvent.click(await screen.findByText('我的账号'))
  expect(await screen.findByRole('heading', { level: 1, name: '我的账号' })).toBeVisible()
  expect(router.state.location.pathname).toBe('/account')
})
