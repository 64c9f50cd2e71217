import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import type { CheckInIn } from '@/dashboard/features/volunteering/volunteering-types'
import { renderAt, server, signedIn } from '../support/desk'
import { ACTIVITY, INSIDE, listOf, OFFICER, ROSTER_ROW } from './volunteering-bodies'

const ATTENDANCE = { confirmed: 12, inside: 1, left: 0, expected: 1, needs_review: 1, refused: 1 }

function answerRoster(activity: object = {}, permissions: readonly string[] = OFFICER) {
  const asked: URLSearchParams[] = []
  server.use(
    ...signedIn({ permissions }),
    http.get('*/api/v1/activities/activity-1', () =>
      HttpResponse.json({ ...ACTIVITY, state: 'in_progress', ...activity }),
    ),
    http.get('*/api/v1/activities/activity-1/attendance', () => HttpResponse.json(ATTENDANCE)),
    http.get('*/api/v1/activities/activity-1/roster', ({ request }) => {
      asked.push(new URL(request.url).searchParams)
      return HttpResponse.json(listOf(ROSTER_ROW, INSIDE))
    }),
  )
  return { asked }
}

/** What is marked; `refused` names whom the server does not take. */
function answerMarks(refused: readonly string[] = []) {
  const marks: CheckInIn[] = []
  server.use(
    http.post('*/api/v1/check-in-batches', async ({ request }) => {
      const { items } = (await request.json()) as { items: CheckInIn[] }
      marks.push(...items)
      return HttpResponse.json({
        items: items.map(({ nonce, person_id }) => ({
          nonce,
          status: refused.includes(person_id ?? '') ? 409 : 201,
          check_in: null,
          problem: refused.includes(person_id ?? '')
            ? { code: 'already_checked_in', title: '已经签到', detail: '09:01 已经签到' }
            : null,
        })),
      })
    }),
  )
  return marks
}

test('one press marks the next thing for a person, for now', async () => {
  answerRoster()
  const marks = answerMarks()
  await renderAt('/volunteering/activities/activity-1?tab=attendance')
  await userEvent.click(await screen.findByRole('button', { name: '为李伟登记签到' }))
  expect(await screen.findByText('已登记 1 人')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '为张敏登记签退' }))
  await expect.poll(() => marks.length).toBe(2)
  expect(marks.map(({ type, person_id, method }) => [type, person_id, method])).toEqual([
    ['entry', 'person-2', 'list'],
    ['exit', 'person-3', 'list'],
  ])
  expect(Math.abs(Date.parse(marks[0]?.occurred_at ?? '') - Date.now())).toBeLessThan(60_000)
  expect(marks[0]?.occurred_at).toMatch(/\+08:00$/)
})

test('several are marked at once, and those refused are named with the reason', async () => {
  answerRoster()
  const marks = answerMarks(['person-3'])
  await renderAt('/volunteering/activities/activity-1?tab=attendance')
  await screen.findByRole('button', { name: '为李伟登记签到' })
  for (const name of [/李伟/, /张敏/]) {
    await userEvent.click(within(screen.getByRole('row', { name })).getByRole('checkbox'))
  }
  await userEvent.click(screen.getByRole('button', { name: '为所选 2 人签到' }))
  expect(await screen.findByText('1 人没有登记')).toBeVisible()
  expect(screen.getByText('张敏：09:01 已经签到')).toBeVisible()
  expect(new Set(marks.map(({ nonce }) => nonce)).size).toBe(2)
})

test('a time before needs its reason', async () => {
  answerRoster()
  const marks = answerMarks()
  await renderAt('/volunteering/activities/activity-1?tab=attendance')
  await userEvent.click(await screen.findByRole('radio', { name: '另一时间' }))
  const [, time] = screen.getAllByRole('textbox', { name: '发生时间' })
  const earlier = new Date(Date.now() - 45 * 60_000)
  const shown = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Shanghai',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(earlier)
  if (time === undefined) throw new Error('There is no field for the time')
  await userEvent.clear(time)
  await userEvent.type(time, `${shown}{Enter}`)
  await userEvent.click(screen.getByRole('button', { name: '为李伟登记签到' }))
  const isYesterday = shown > '23:14'
  expect(await screen.findByText(isYesterday ? '发生时间不能晚于现在' : '请写明原因再登记')).toBeVisible()
  expect(marks).toEqual([])
})

test('once the activity is settled its marks stay as they are', async () => {
  answerRoster({ state: 'settled' })
  await renderAt('/volunteering/activities/activity-1?tab=attendance')
  const row = await screen.findByRole('row', { name: /张敏/ })
  await userEvent.click(within(row).getByRole('button', { name: /展开|Expand/ }))
  expect(await screen.findByText('待核实', { selector: '.vol-marks *' })).toBeVisible()
  expect(screen.queryByRole('button', { name: '作废' })).toBeNull()
  expect(screen.queryByRole('button', { name: '核实有效' })).toBeNull()
})

test('what is to be looked at is accepted or annulled from its row', async () => {
  answerRoster()
  const acts: unknown[] = []
  server.use(
    http.post('*/api/v1/check-ins/check-in-1/actions/:action', async ({ params, request }) => {
      acts.push([params.action, await request.json()])
      return HttpResponse.json({})
    }),
  )
  await renderAt('/volunteering/activities/activity-1?tab=attendance')
  const row = await screen.findByRole('row', { name: /张敏/ })
  expect(row).toHaveTextContent('在场 待核实签退09:02–…')
  await userEvent.click(within(row).getByRole('button', { name: /展开|Expand/ }))
  await userEvent.click(await screen.findByRole('button', { name: '核实有效' }))
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '核实有效' }))
  await expect.poll(() => acts).toEqual([['accept', {}]])
})

test('refused tries are one press away, in words', async () => {
  answerRoster()
  server.use(
    http.get('*/api/v1/activities/activity-1/check-in-attempts', () =>
      HttpResponse.json(
        listOf({
          id: 'attempt-1',
          shift_id: 'shift-1',
          person_id: null,
          name: null,
          type: 'entry',
          method: 'scan',
          occurred_at: '2026-11-28T09:00:00+08:00',
          created_at: '2026-11-28T09:00:01+08:00',
          code: 'not_signed_up',
        }),
      ),
    ),
  )
  await renderAt('/volunteering/activities/activity-1?tab=attendance')
  await userEvent.click(await screen.findByRole('button', { name: '被拒的签到 1' }))
  expect(await screen.findByText('无法识别的人')).toBeVisible()
  expect(screen.getByText('没有报名', { exact: false })).toBeVisible()
})

test('a figure shows its people; after the end nothing is marked', async () => {
  const { asked } = answerRoster({ state: 'completed' })
  await renderAt('/volunteering/activities/activity-1?tab=attendance')
  const figures = await screen.findByRole('radiogroup', { name: '到场情况' })
  await userEvent.click(within(figures).getByText('在场', { exact: false }))
  await expect.poll(() => asked.at(-1)?.get('presence')).toBe('inside')
  expect(screen.queryByRole('button', { name: '为李伟登记签到' })).toBeNull()
})
