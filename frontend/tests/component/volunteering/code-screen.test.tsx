import { act, screen } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { renderAt, server, signedIn } from '../support/desk'
import { ACTIVITY, OFFICER, SHIFT } from './volunteering-bodies'

const STEP = 20_000

function codesFrom(now: number, count: number) {
  const first = Math.floor(now / STEP) * STEP
  const at = (step: number) => new Date(first + step * STEP).toISOString()
  return Array.from({ length: count }, (_, step) => ({
    code: `G1.shift.${step}.mac`,
    shown_from: at(step),
    shown_until: at(step + 1),
  }))
}

function answerCodes(
  count: number,
  isOnline: () => boolean,
  skew = 0,
  permissions: readonly string[] = OFFICER,
) {
  server.use(
    ...signedIn({ permissions: [...permissions] }),
    http.get('*/api/v1/activities/activity-1', () =>
      HttpResponse.json({ ...ACTIVITY, state: 'in_progress' }),
    ),
    http.get('*/api/v1/shifts/shift-1/code', () => {
      if (!isOnline()) return HttpResponse.error()
      const now = Date.now() + skew
      const codes = codesFrom(now, count)
      return HttpResponse.json({
        shift_id: SHIFT.id,
        activity_id: ACTIVITY.id,
        activity_title: ACTIVITY.title,
        post: SHIFT.post,
        server_time: new Date(now).toISOString(),
        step_seconds: 20,
        valid_until: codes.at(-1)?.shown_until,
        code: codes[0]?.code,
        codes,
        confirmed: 12,
        present: 7,
        left: 2,
      })
    }),
  )
}

test('shows the code, what it is for and how many are in, and nothing of the desk around it', async () => {
  answerCodes(45, () => true)
  await renderAt('/volunteering/activities/activity-1/screen')
  expect(await screen.findByRole('img', { name: '签到二维码，每 20 秒更换' })).toBeVisible()
  expect(screen.getByRole('heading', { name: '社区助老义诊' })).toBeVisible()
  expect(screen.getByText('在场').parentElement).toHaveTextContent('在场7')
  expect(screen.getByText(/秒后更换/)).toBeVisible()
  expect(screen.queryByRole('navigation')).toBeNull()
})

test('goes by the server’s clock, however wrong this device’s is', async () => {
  answerCodes(45, () => true, 3 * 3_600_000)
  await renderAt('/volunteering/activities/activity-1/screen')
  expect(await screen.findByRole('img', { name: /签到二维码/ })).toBeVisible()
})

test('a gap in the network leaves the code standing and says for how long', async () => {
  let online = true
  answerCodes(45, () => online)
  const { queryClient } = await renderAt('/volunteering/activities/activity-1/screen')
  await screen.findByRole('img', { name: /签到二维码/ })
  online = false
  await act(() => queryClient.refetchQueries({ queryKey: ['shift-code'] }))
  expect(await screen.findByText(/网络中断，二维码还可用 14 分钟/)).toBeVisible()
  expect(screen.getByRole('img', { name: /签到二维码/ })).toBeVisible()
})

test('codes that are used up are not shown: the screen says what to do instead', async () => {
  answerCodes(0, () => true)
  await renderAt('/volunteering/activities/activity-1/screen')
  expect(await screen.findByRole('alert')).toHaveTextContent('二维码已用完')
  expect(screen.queryByRole('img', { name: /签到二维码/ })).toBeNull()
})

test.each([
  ['the activity’s page', OFFICER, '/volunteering/activities/activity-1'],
  ['the phone’s pages for a leader who does not read the desk’s', ['volunteering.serve'], '/m/'],
])('leads back to %s', async (_, permissions, address) => {
  answerCodes(45, () => true, 0, permissions)
  await renderAt('/volunteering/activities/activity-1/screen')
  expect(await screen.findByRole('link', { name: /退出投屏/ })).toHaveAttribute('href', address)
})
