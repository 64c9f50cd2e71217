import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { App } from '@/phone/app/App'
import { queue, session } from '@/phone/app/api'
import { launch, takeLaunchCode } from '@/phone/app/launch-code'
import { problem, server, signedOut, TOKEN } from '../support/network'
import { CHECK_IN, shiftCode, TODAY, volunteer } from './volunteering-bodies'

type Body = Readonly<Record<string, unknown>>

/** Answers check-ins and keeps what was sent. */
function answerCheckIns(answer: () => Response) {
  const sent: { body: Body; key: string | null }[] = []
  server.use(
    http.post('*/api/v1/check-ins', async ({ request }) => {
      sent.push({ body: (await request.json()) as Body, key: request.headers.get('Idempotency-Key') })
      return answer()
    }),
  )
  return sent
}

async function openWith(code: string) {
  window.location.hash = `#c=${code}`
  takeLaunchCode()
  await session.refresh()
  return render(<App />)
}

test('a code in the address is taken out of it, stored, sent and answered', async () => {
  const { code } = shiftCode('a')
  server.use(...volunteer([]))
  const sent = answerCheckIns(() => HttpResponse.json(CHECK_IN, { status: 201 }))
  await openWith(code)
  expect(await screen.findByText('签到成功')).toBeVisible()
  expect(screen.getByText('08:52')).toBeVisible()
  expect(window.location.hash).toBe('#/')
  expect(sent).toHaveLength(1)
  expect(sent[0]?.body).toMatchObject({ code, type: 'entry', method: 'scan' })
  expect(sent[0]?.key).toBe(sent[0]?.body.nonce)
  await userEvent.click(screen.getByRole('button', { name: '返回今天' }))
  expect(await screen.findByText('今天没有您报名的活动。')).toBeVisible()
})

test('inside for long, the same screen is the way out', async () => {
  const { code, shiftId } = shiftCode('b')
  server.use(...volunteer([{ ...TODAY, shift_id: shiftId, next: 'exit', check_ins: [CHECK_IN] }]))
  const sent = answerCheckIns(() => HttpResponse.json({ ...CHECK_IN, type: 'exit' }, { status: 201 }))
  await openWith(code)
  expect(await screen.findByText('签退成功')).toBeVisible()
  expect(sent[0]?.body).toMatchObject({ code, type: 'exit' })
})

test('a second scan right after the first asks before it checks out', async () => {
  const { code, shiftId } = shiftCode('c')
  const justNow = { ...CHECK_IN, occurred_at: new Date(Date.now() - 60_000).toISOString() }
  server.use(...volunteer([{ ...TODAY, shift_id: shiftId, next: 'exit', check_ins: [justNow] }]))
  const sent = answerCheckIns(() => HttpResponse.json(CHECK_IN, { status: 201 }))
  await openWith(code)
  expect(await screen.findByRole('heading', { name: '您刚刚签到过' })).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '继续服务' }))
  expect(await screen.findByRole('link', { name: /签退/ })).toBeVisible()
  expect(sent).toEqual([])
})

test('an entry that is there already is no fault, and the way out is offered', async () => {
  const { code } = shiftCode('d')
  server.use(...volunteer([]))
  let answers = 0
  const sent = answerCheckIns(() => {
    answers += 1
    return answers === 1
      ? problem(409, 'already_checked_in', '已签到')
      : HttpResponse.json({ ...CHECK_IN, type: 'exit' }, { status: 201 })
  })
  await openWith(code)
  expect(await screen.findByText('您已签到，本次不重复计入')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '签退' }))
  expect(await screen.findByText('签退成功')).toBeVisible()
  expect(sent.map(({ body }) => [body.code, body.type])).toEqual([
    [code, 'entry'],
    [code, 'exit'],
  ])
  launch.done()
})

test.each([
  ['e', 'code_expired', '二维码已更新，请重新扫描屏幕上的二维码'],
  ['f', 'not_signed_up', '您未报名本次活动，请联系带队人'],
  ['g', 'brand_new_reason', '服务器没有接受这条记录（brand_new_reason），请联系带队人'],
])('a refusal says what to do: %s %s', async (letter, reason, words) => {
  server.use(...volunteer([]))
  answerCheckIns(() => problem(409, reason, '未计入'))
  await openWith(shiftCode(letter).code)
  expect(await screen.findByText('没有计入')).toBeVisible()
  expect(screen.getByText(words)).toBeVisible()
  launch.done()
})

test('what the server doubts waits for the leader', async () => {
  server.use(...volunteer([]))
  answerCheckIns(() => HttpResponse.json({ ...CHECK_IN, state: 'needs_review' }, { status: 201 }))
  await openWith(shiftCode('h').code)
  expect(await screen.findByText('已提交，等待带队人核实')).toBeVisible()
  launch.done()
})

test('without a network it is stored, and goes up when the network comes back', async () => {
  let isOnline = false
  server.use(...volunteer([]))
  const sent = answerCheckIns(() =>
    isOnline ? HttpResponse.json(CHECK_IN, { status: 201 }) : HttpResponse.error(),
  )
  await openWith(shiftCode('i').code)
  expect(await screen.findByText('已在本机保存，联网后自动上传')).toBeVisible()
  isOnline = true
  await queue.flush({ wait: 'ignore' })
  expect(await screen.findByText('签到成功')).toBeVisible()
  expect(new Set(sent.map(({ body }) => body.nonce)).size).toBe(1)
  launch.done()
})

test('scanned before signing in, it is kept and sent after it', async () => {
  const { code } = shiftCode('j')
  window.location.hash = `#c=${code}`
  takeLaunchCode()
  server.use(
    ...signedOut(),
    http.post('*/api/v1/auth/token', () => {
      server.use(...volunteer([]))
      return HttpResponse.json(TOKEN)
    }),
  )
  const sent = answerCheckIns(() => HttpResponse.json(CHECK_IN, { status: 201 }))
  await session.signOut()
  render(<App />)
  expect(await screen.findByText(/1 条记录待上传/)).toBeVisible()
  await userEvent.type(screen.getByLabelText('用户名'), 'wangfang')
  await userEvent.type(screen.getByLabelText('密码'), 'secret')
  await userEvent.click(screen.getByRole('button', { name: '登录' }))
  expect(await screen.findByText('今天没有您报名的活动。')).toBeVisible()
  await queue.flush({ wait: 'ignore' })
  expect(sent.map(({ body }) => [body.code, body.type])).toEqual([[code, 'entry']])
})

test('the records show what became of each', async () => {
  server.use(...volunteer([]))
  answerCheckIns(() => problem(409, 'overlap', '未计入'))
  const first = await openWith(shiftCode('k').code)
  await screen.findByText('没有计入')
  launch.done()
  first.unmount()
  window.location.hash = '#/records'
  render(<App />)
  expect(await screen.findByRole('heading', { name: '我的签到记录' })).toBeVisible()
  expect(screen.getByText('未计入 · 您在另一项活动中还没有签退，请先在那里签退')).toBeVisible()
  expect(await screen.findByText('还没有签到记录。')).toBeVisible()
})
