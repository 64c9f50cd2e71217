import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { App } from '@/phone/app/App'
import { session } from '@/phone/app/api'
import { problem, server, signedIn, signedOut, TOKEN } from '../support/network'

const HOME = {
  notices: [],
  tasks: [
    {
      id: 't-2',
      title: '核对名册',
      due_on: '2026-12-01',
      late: false,
      organisation_name: '第一党支部',
      path: '/tasks/t-2',
    },
    {
      id: 't-1',
      title: '书记空缺整改',
      due_on: '2026-11-12',
      late: true,
      organisation_name: '第三党支部',
      path: '/tasks/t-1',
    },
  ],
  waiting: [],
  changes: [],
  figures: {},
}

const answerHome = () => http.get('*/api/v1/me/home', () => HttpResponse.json(HOME))

test('shows who is signed in as what, and the tasks by date', async () => {
  server.use(...signedIn(), answerHome())
  await session.refresh()
  render(<App />)
  expect(await screen.findByRole('heading', { level: 1, name: '王芳' })).toBeVisible()
  expect(screen.getByText('工委干部').parentElement).toHaveTextContent('工委干部明州区直机关工委')
  expect((await screen.findAllByRole('listitem')).map(({ textContent }) => textContent)).toEqual([
    '书记空缺整改第三党支部! 已逾期 · 2026年11月12日 前完成',
    '核对名册第一党支部2026年12月1日 前完成',
  ])
})

test('asks for password, then the one-time code, then shows the home', async () => {
  server.use(
    ...signedOut(),
    http.post('*/api/v1/auth/token', async ({ request }) => {
      const form = new URLSearchParams(await request.text())
      if (form.get('otp') !== '123456') return problem(401, 'otp_required', '需要动态验证码')
      const [, ...rest] = signedIn()
      server.use(...rest, answerHome())
      return HttpResponse.json(TOKEN)
    }),
  )
  await session.signOut()
  render(<App />)
  await userEvent.type(await screen.findByLabelText('用户名'), 'wangfang')
  await userEvent.type(screen.getByLabelText('密码'), 'secret')
  await userEvent.click(screen.getByRole('button', { name: '登录' }))
  await userEvent.type(await screen.findByLabelText(/动态验证码/), '123456')
  await userEvent.click(screen.getByRole('button', { name: '验证并登录' }))
  expect(await screen.findByRole('heading', { level: 1, name: '王芳' })).toBeVisible()
})

test('says how long an account stays locked', async () => {
  server.use(
    ...signedOut(),
    http.post('*/api/v1/auth/token', () =>
      problem(429, 'too_many_attempts', '尝试次数过多', { headers: { 'Retry-After': '95' } }),
    ),
  )
  await session.signOut()
  render(<App />)
  await userEvent.type(await screen.findByLabelText('用户名'), 'wangfang')
  await userEvent.type(screen.getByLabelText('密码'), 'wrong')
  await userEvent.click(screen.getByRole('button', { name: '登录' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('尝试次数过多，请在 1:35 后再试。')
})

test('stays signed in and says so when signing out gets no answer', async () => {
  server.use(...signedIn(), answerHome())
  await session.refresh()
  render(<App />)
  await screen.findByRole('heading', { level: 1, name: '王芳' })
  server.use(http.post('*/api/v1/auth/sign-out', () => HttpResponse.error()))
  await userEvent.click(screen.getByRole('button', { name: '退出登录' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('没有连上服务器，请检查网络后重试。')
  expect(screen.getByRole('heading', { level: 1, name: '王芳' })).toBeVisible()
})

test('offers a demonstration’s accounts and signs in with one tap', async () => {
  const sent: string[] = []
  server.use(
    ...signedOut({ demo: true }),
    http.get('*/api/v1/public/demo-accounts', () =>
      HttpResponse.json({
        ballot_codes: [],
        items: [
          {
            username: 'member',
            password: 'demo',
            role: 'member',
            organisation: '第一党支部',
            organisation_id: 'o-1',
            display_name: '余宁',
          },
        ],
      }),
    ),
    http.post('*/api/v1/auth/token', async ({ request }) => {
      sent.push(await request.text())
      const [, ...rest] = signedIn()
      server.use(...rest, answerHome())
      return HttpResponse.json(TOKEN)
    }),
  )
  await session.signOut()
  render(<App />)
  await userEvent.click(await screen.findByRole('button', { name: '党员 余宁 第一党支部' }))
  expect(await screen.findByRole('heading', { level: 1, name: '王芳' })).toBeVisible()
  expect(sent).toEqual(['username=member&password=demo'])
})
