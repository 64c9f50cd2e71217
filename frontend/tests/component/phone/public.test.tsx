import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { afterEach, expect, test } from 'vitest'
import { App } from '@/phone/app/App'
import { problem, SETTINGS, server } from '../support/network'

const CERTIFICATE = {
  state: 'issued',
  number: 'YPZM2026000123',
  name: '陈**',
  organisation_name: '第一党支部',
  from_on: '2025-01-01',
  until_on: '2025-12-31',
  recorded_minutes: 6120,
  late_entry_minutes: 120,
  star_level: 1,
  issued_on: '2026-01-12',
  revoked_on: null,
}
const SERVICE = {
  title: '社区为老服务',
  organisation_name: '明州区直机关工委',
  served_party: '人民路社区',
  starts_at: '2020-11-22T00:30:00Z',
  answered_at: null,
}

afterEach(() => {
  window.location.hash = ''
})

test('a real certificate is told with its facts, without signing in', async () => {
  server.use(http.get('*/api/v1/public/certificates/abc', () => HttpResponse.json(CERTIFICATE)))
  window.location.hash = '#certificate=abc'
  render(<App />)
  expect(await screen.findByText('证明有效')).toBeVisible()
  expect(screen.getByText('YPZM2026000123')).toBeVisible()
  expect(screen.getByText('102 小时')).toBeVisible()
  expect(screen.getByText('2025年1月1日 至 2025年12月31日')).toBeVisible()
})

test('a revoked one says when', async () => {
  const revoked = { ...CERTIFICATE, state: 'revoked', revoked_on: '2026-03-01' }
  server.use(http.get('*/api/v1/public/certificates/old', () => HttpResponse.json(revoked)))
  window.location.hash = '#certificate=old'
  render(<App />)
  expect(await screen.findByText('证明已于 2026年3月1日 撤销')).toBeVisible()
})

test('an unknown one may be forged', async () => {
  server.use(http.get('*/api/v1/public/certificates/forged', () => problem(404, 'not_found', '没有找到')))
  window.location.hash = '#certificate=forged'
  render(<App />)
  expect(await screen.findByRole('alert')).toHaveTextContent('没有查到这份证明')
})

function answerConfirmation(answer: () => Response) {
  const sent: unknown[] = []
  server.use(
    http.get('*/api/v1/public/settings', () => HttpResponse.json(SETTINGS)),
    http.get('*/api/v1/public/service-confirmations/code-1', () => HttpResponse.json(SERVICE)),
    http.post('*/api/v1/public/service-confirmations/code-1', async ({ request }) => {
      sent.push(await request.json())
      return answer()
    }),
  )
  window.location.hash = '#confirm=code-1'
  render(<App />)
  return sent
}

test('the served party confirms once, with a rating and a word', async () => {
  const sent = answerConfirmation(() => HttpResponse.json({ ...SERVICE, answered_at: 'now' }))
  expect(await screen.findByText('社区为老服务')).toBeVisible()
  await userEvent.click(screen.getByLabelText('是，提供了'))
  await userEvent.click(screen.getByRole('button', { name: '5 分，满分 5 分' }))
  await userEvent.type(screen.getByLabelText(/想说的话/), '很好')
  await userEvent.click(screen.getByRole('button', { name: '提交' }))
  expect(await screen.findByText('谢谢，已收到您的确认。')).toBeVisible()
  expect(sent).toEqual([{ confirmed: true, rating: 5, comment: '很好' }])
})

test('whoever comes second is told that it was answered', async () => {
  answerConfirmation(() => problem(409, 'already_answered', '已确认'))
  await userEvent.click(await screen.findByLabelText('没有提供'))
  await userEvent.click(screen.getByRole('button', { name: '提交' }))
  expect(await screen.findByText('已经收到确认，谢谢。')).toBeVisible()
})

test('before the service the page says from when it can be confirmed', async () => {
  const ahead = { ...SERVICE, starts_at: '2099-11-22T00:30:00Z' }
  server.use(
    http.get('*/api/v1/public/settings', () => HttpResponse.json(SETTINGS)),
    http.get('*/api/v1/public/service-confirmations/ahead', () => HttpResponse.json(ahead)),
  )
  window.location.hash = '#confirm=ahead'
  render(<App />)
  expect(await screen.findByText(/服务还没有开始/)).toHaveTextContent(
    '服务还没有开始，请在 2099年11月22日 08:30 以后再打开这个链接确认。',
  )
  expect(screen.queryByRole('button', { name: '提交' })).toBeNull()
})

test('a link that has gone says whom to ask', async () => {
  server.use(
    http.get('*/api/v1/public/settings', () => HttpResponse.json(SETTINGS)),
    http.get('*/api/v1/public/service-confirmations/gone', () => problem(404, 'not_found', '没有找到')),
  )
  window.location.hash = '#confirm=gone'
  render(<App />)
  expect(await screen.findByRole('alert')).toHaveTextContent('这个链接不存在或已过期')
})
