import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { problem, renderAt, server, signedIn } from '../support/desk'
import { enterDate } from '../support/enter-date'

const YEARS = [{ year: 2026, source: 'state_council', holidays: 1, workdays: 1 }]

const YEAR = {
  year: 2026,
  version: 3,
  source: 'state_council',
  days: [
    { day: '2026-01-01', kind: 'holiday', name: '元旦' },
    { day: '2026-01-04', kind: 'workday', name: '元旦' },
  ],
}

function answerCalendar() {
  server.use(
    ...signedIn({ permissions: ['home.read', 'calendar.write'] }),
    http.get('*/api/v1/calendar/years', () => HttpResponse.json({ items: YEARS })),
    http.get('*/api/v1/calendar', ({ request }) => {
      const year = new URL(request.url).searchParams.get('year')
      return year === '2026'
        ? HttpResponse.json(YEAR)
        : problem(409, 'calendar_year_missing', '缺少工作日历', { detail: `系统没有 ${year} 年的安排` })
    }),
  )
}

test('shows twelve months with what differs from its weekday in words', async () => {
  answerCalendar()
  await renderAt('/system/calendar')
  expect(await screen.findByText(/按国务院办公厅通知/)).toHaveTextContent('工作日放假 1 天，周末上班 1 天')
  const months = screen.getAllByRole('table')
  expect(months.length).toBe(12)
  const [january] = months
  if (january === undefined) throw new Error('There is no January')
  expect(january).toHaveTextContent('1休 元旦')
  expect(january).toHaveTextContent('4班 元旦')
})

test('a year that nobody knows says so and how to add it', async () => {
  answerCalendar()
  const { router } = await renderAt('/system/calendar?year=2027')
  expect(await screen.findByText('还没有 2027 年的放假和调休安排')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '录入 2027 年' }))
  expect(await screen.findByRole('button', { name: '保存 2027 年' })).toBeDisabled()
  expect(router.state.location.search).toEqual({ year: '2027', edit: 'yes' })
})

test('a year is entered whole; weekends within a holiday are left out', async () => {
  answerCalendar()
  let sent: unknown
  let replaced: string | null = null
  server.use(
    http.put('*/api/v1/calendar/years/2026', async ({ request }) => {
      sent = await request.json()
      replaced = request.headers.get('if-match')
      return HttpResponse.json(YEAR)
    }),
  )
  await renderAt('/system/calendar?edit=yes')
  await enterDate(await screen.findByRole('textbox', { name: '从' }), '2026-10-01')
  await enterDate(screen.getByRole('textbox', { name: '到' }), '2026-10-05')
  await userEvent.type(screen.getByRole('textbox', { name: '名称' }), '国庆节')
  await userEvent.click(screen.getByRole('button', { name: '添加' }))
  const list = await screen.findByRole('list', { name: '放假和调休' })
  expect(within(list).getAllByRole('listitem').length).toBe(5)
  await userEvent.click(within(list).getByRole('button', { name: '删除 2026年1月4日' }))
  await userEvent.click(screen.getByRole('button', { name: '保存 2026 年' }))
  expect(await screen.findByText('2026 年已保存')).toBeVisible()
  expect(replaced).toBe('"3"')
  expect(sent).toEqual({
    days: [
      { day: '2026-01-01', kind: 'holiday', name: '元旦' },
      { day: '2026-10-01', kind: 'holiday', name: '国庆节' },
      { day: '2026-10-02', kind: 'holiday', name: '国庆节' },
      { day: '2026-10-05', kind: 'holiday', name: '国庆节' },
    ],
  })
})

test('a run that changes nothing is refused with what to check', async () => {
  answerCalendar()
  await renderAt('/system/calendar?edit=yes')
  await enterDate(await screen.findByRole('textbox', { name: '从' }), '2026-10-03')
  await userEvent.type(screen.getByRole('textbox', { name: '名称' }), '国庆节')
  await userEvent.click(screen.getByRole('button', { name: '添加' }))
  expect(await screen.findByText(/没有与星期不同的日子/)).toBeVisible()
})
