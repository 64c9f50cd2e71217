import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { App } from '@/phone/app/App'
import { session } from '@/phone/app/api'
import { server } from '../support/network'
import { ACTIVITY, CHECK_IN, page, TODAY, volunteer } from './volunteering-bodies'

beforeEach(() => {
  window.location.hash = ''
})

afterEach(() => {
  window.location.hash = ''
})

async function open() {
  await session.refresh()
  return render(<App />)
}

test('before checking in the one big button says so', async () => {
  server.use(...volunteer([TODAY]))
  await open()
  expect(await screen.findByRole('link', { name: '签到' })).toHaveAttribute('href', '#/scan/entry')
  expect(screen.getByText('路口引导 · 08:30–11:30')).toBeVisible()
})

test('once in, it is for checking out and says since when', async () => {
  server.use(...volunteer([{ ...TODAY, next: 'exit', check_ins: [CHECK_IN] }]))
  await open()
  expect(await screen.findByRole('link', { name: '签退 08:52 已签到' })).toHaveAttribute(
    'href',
    '#/scan/exit',
  )
})

test('once done, it says for how long', async () => {
  server.use(...volunteer([{ ...TODAY, next: 'done', minutes: 192 }]))
  await open()
  expect(await screen.findByText('已完成 3 小时 12 分')).toBeVisible()
  expect(screen.queryByRole('link', { name: '签退' })).toBeNull()
})

test('where another pair is possible, it is offered below', async () => {
  server.use(...volunteer([{ ...TODAY, next: 'entry', minutes: 60 }]))
  await open()
  expect(await screen.findByText('已完成 1 小时')).toBeVisible()
  expect(screen.getByRole('link', { name: '再次签到' })).toHaveAttribute('href', '#/scan/entry')
})

test('a pair of less than a minute is done too, and the next one is offered', async () => {
  const exit = { ...CHECK_IN, id: 'check-in-2', type: 'exit' as const }
  server.use(...volunteer([{ ...TODAY, next: 'entry', minutes: 0, check_ins: [CHECK_IN, exit] }]))
  await open()
  expect(await screen.findByText('已完成 0 分')).toBeVisible()
  expect(screen.getByRole('link', { name: '再次签到' })).toHaveAttribute('href', '#/scan/entry')
})

test('with nothing today, it leads to the activities', async () => {
  server.use(...volunteer([]))
  await open()
  expect(await screen.findByText('今天没有您报名的活动。')).toBeVisible()
  expect(screen.getByRole('link', { name: '查看活动' })).toHaveAttribute('href', '#/activities')
})

test('what I lead today is one tap away', async () => {
  server.use(
    http.get('*/api/v1/me/activities', () => HttpResponse.json(page([{ ...ACTIVITY, leads: true }]))),
    ...volunteer([]),
  )
  await open()
  expect(await screen.findByRole('heading', { name: '我带队的活动' })).toBeVisible()
  expect(screen.getByRole('link', { name: '文明交通志愿服务' })).toHaveAttribute('href', '#/lead/activity-1')
})

test('without a network the last answer is shown, and said to be old', async () => {
  server.use(...volunteer([TODAY]))
  const first = await open()
  await screen.findByRole('link', { name: '签到' })
  first.unmount()
  server.use(http.get('*/api/v1/me/attendance', () => HttpResponse.error()))
  render(<App />)
  expect(await screen.findByText(/当前无网络，可继续签到/)).toBeVisible()
  expect(screen.getByRole('link', { name: '签到' })).toBeVisible()
})

test('the places below are there for volunteers, in both languages', async () => {
  server.use(...volunteer([TODAY]))
  await open()
  expect(await screen.findByRole('navigation', { name: '主要页面' })).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'English' }))
  expect(screen.getByRole('navigation', { name: 'Main pages' })).toBeVisible()
  expect(screen.getByRole('link', { name: 'Check in' })).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '中文' }))
})
