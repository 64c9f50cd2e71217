import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { renderAt, server, signedIn } from '../support/desk'
import { enterDate } from '../support/enter-date'
import { HOURS, listOf, OFFICER } from './volunteering-bodies'

const EXPLANATION = {
  lines: [
    { kind: 'pair', text: '第 1 次：09:02 签到，12:44 签退', minutes: 222 },
    { kind: 'break', text: '减去中间休息', minutes: -30 },
  ],
  minutes: 192,
}

function answerHours(...rows: readonly object[]) {
  const asked: URLSearchParams[] = []
  server.use(
    ...signedIn({ permissions: OFFICER }),
    http.get('*/api/v1/volunteer-hours', ({ request }) => {
      asked.push(new URL(request.url).searchParams)
      return HttpResponse.json(listOf(...rows))
    }),
    http.get('*/api/v1/volunteer-hours/hours-1/explanation', () => HttpResponse.json(EXPLANATION)),
  )
  return asked
}

test('verifies what is chosen at once and names those refused', async () => {
  const other = { ...HOURS, id: 'hours-2', name: '张敏', minutes: 60 }
  const asked = answerHours(HOURS, other)
  let sent: unknown
  server.use(
    http.post('*/api/v1/volunteer-hours/verifications', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({
        items: [
          { id: 'hours-1', status: 200, problem: null },
          {
            id: 'hours-2',
            status: 403,
            problem: { code: 'own_hours', title: '不能核实', detail: '本人的时长由别人核实' },
          },
        ],
      })
    }),
  )
  await renderAt('/volunteering/hours')
  await screen.findByText('李伟')
  expect([asked[0]?.get('state'), asked[0]?.get('flagged')]).toEqual(['pending', 'false'])
  expect(screen.getByRole('button', { name: '核实所选 0 条' })).toBeDisabled()
  for (const name of [/李伟/, /张敏/]) {
    await userEvent.click(within(screen.getByRole('row', { name })).getByRole('checkbox'))
  }
  await userEvent.click(screen.getByRole('button', { name: '核实所选 2 条' }))
  const dialog = await screen.findByRole('dialog')
  expect(dialog).toHaveTextContent('核实这 2 条时长，共 4 小时 12 分？')
  await userEvent.click(within(dialog).getByRole('button', { name: '核实所选 2 条' }))
  expect(await screen.findByText('张敏 2026年11月20日：本人的时长由别人核实')).toBeInTheDocument()
  expect(sent).toEqual({ ids: ['hours-1', 'hours-2'] })
})

test('all of a long list are chosen at once, beyond what the table shows', async () => {
  const other = { ...HOURS, id: 'hours-2', name: '张敏', minutes: 60 }
  server.use(
    ...signedIn({ permissions: OFFICER }),
    http.get('*/api/v1/volunteer-hours', ({ request }) => {
      const isSecond = new URL(request.url).searchParams.has('cursor')
      const page = isSecond ? listOf(other) : { ...listOf(HOURS), next_cursor: 'second', total: 2 }
      return HttpResponse.json(page)
    }),
  )
  await renderAt('/volunteering/hours')
  await userEvent.click(await screen.findByRole('button', { name: '全选 2 条' }))
  expect(await screen.findByRole('button', { name: '核实所选 2 条' })).toBeEnabled()
  await userEvent.click(screen.getByRole('button', { name: '取消选择' }))
  expect(screen.getByRole('button', { name: '核实所选 0 条' })).toBeDisabled()
})

test('what needs a look stands apart, with the sum, and cannot be chosen', async () => {
  const asked = answerHours({ ...HOURS, flags: ['missing_exit'], approval: 'parent' })
  await renderAt('/volunteering/hours?view=flagged')
  const row = await screen.findByRole('row', { name: /李伟/ })
  expect(asked[0]?.get('flagged')).toBe('true')
  expect(row).toHaveTextContent('没有签退 上级组织核实')
  expect(within(row).queryByRole('checkbox')).toBeNull()
  await userEvent.click(within(row).getByRole('button', { name: /展开|Expand/ }))
  const sum = await screen.findByRole('table', { name: '怎样算出来的' })
  expect(sum).toHaveTextContent(
    '第 1 次：09:02 签到，12:44 签退222减去中间休息-30合计（分钟） = 3 小时 12 分192',
  )
  expect(screen.getByRole('button', { name: '不予认定' })).toBeVisible()
})

test('a late entry is marked as one wherever it stands', async () => {
  answerHours({ ...HOURS, kind: 'late_entry', delay_days: 12, reason: '手机没电' })
  await renderAt('/volunteering/hours?view=all')
  expect(await screen.findByRole('row', { name: /李伟/ })).toHaveTextContent('补录，晚 12 天')
})

test('a dispute is answered with other minutes and a reason', async () => {
  answerHours({ ...HOURS, state: 'disputed', allowed_actions: ['resolve'] })
  let sent: unknown
  server.use(
    http.get('*/api/v1/volunteer-hours/hours-1', () =>
      HttpResponse.json({ ...HOURS, state: 'disputed', allowed_actions: ['resolve'] }),
    ),
    http.post('*/api/v1/volunteer-hours/hours-1/actions/resolve', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ ...HOURS, state: 'adjusted' })
    }),
  )
  await renderAt('/volunteering/hours/hours-1')
  await userEvent.click(await screen.findByRole('button', { name: '答复申诉' }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.click(within(dialog).getByRole('radio', { name: '更正时长' }))
  const minutes = await within(dialog).findByRole('spinbutton', { name: '更正为（分钟）' })
  await userEvent.clear(minutes)
  await userEvent.type(minutes, '240')
  await userEvent.type(within(dialog).getByRole('textbox', { name: '理由' }), '签字表为证')
  await userEvent.click(within(dialog).getByRole('button', { name: '答复申诉' }))
  await expect.poll(() => sent).toEqual({ reason: '签字表为证', minutes: 240 })
})

test('hours are entered afterwards for a service outside of the system', async () => {
  answerHours()
  let sent: unknown
  server.use(
    http.get('*/api/v1/members', () =>
      HttpResponse.json(
        listOf({ id: 'member-2', person_id: 'person-2', name: '李伟', organisation_name: '财政局' }),
      ),
    ),
    http.get('*/api/v1/activities', () => HttpResponse.json(listOf())),
    http.post('*/api/v1/volunteer-hours', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json(HOURS, { status: 201 })
    }),
  )
  await renderAt('/volunteering/hours')
  await userEvent.click(await screen.findByRole('button', { name: '补录时长' }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.click(within(dialog).getByRole('combobox', { name: '服务的人' }))
  await userEvent.click(await screen.findByText('李伟（财政局）'))
  await userEvent.click(within(dialog).getByRole('radio', { name: '其他服务' }))
  await userEvent.type(await within(dialog).findByRole('textbox', { name: '服务名称' }), '防汛值守')
  await enterDate(within(dialog).getByRole('textbox', { name: '日期' }), '2026-07-12')
  await userEvent.type(within(dialog).getByRole('spinbutton', { name: '小时' }), '2')
  await userEvent.type(within(dialog).getByRole('textbox', { name: /事由/ }), '当时没有网络')
  await userEvent.click(within(dialog).getByRole('button', { name: '补录' }))
  expect(await screen.findByText('已补录，待核实')).toBeVisible()
  expect(sent).toEqual({
    person_id: 'person-2',
    title: '防汛值守',
    day: '2026-07-12',
    occurred_at: '2026-07-12T09:00:00+08:00',
    minutes: 120,
    reason: '当时没有网络',
  })
})

test('the figures keep recorded and late entries apart, by month and by organisation', async () => {
  const item = { id: null, name: null, month: null, pending_minutes: 0, entries: 4 }
  const asked: URLSearchParams[] = []
  server.use(
    ...signedIn({ permissions: OFFICER }),
    http.get('*/api/v1/organisations/tree', () => HttpResponse.json({ items: [] })),
    http.get('*/api/v1/organisations/organisation-1', () =>
      HttpResponse.json({ id: 'organisation-1', name: '明州区直机关工委', kind: 'working_committee' }),
    ),
    http.get('*/api/v1/volunteer-hours/summary', ({ request }) => {
      const query = new URL(request.url).searchParams
      asked.push(query)
      const sums = { recorded_minutes: 600, late_entry_minutes: 90, pending_minutes: 30 }
      const row =
        query.get('by') === 'month'
          ? { ...item, ...sums, month: '2026-11' }
          : { ...item, ...sums, id: 'organisation-2', name: '区财政局机关党委' }
      return HttpResponse.json({ items: [row], next_cursor: null, entries: 4, ...sums })
    }),
  )
  await renderAt('/volunteering/figures')
  const row = await screen.findByRole('row', { name: /区财政局机关党委/ })
  expect(row).toHaveTextContent('区财政局机关党委10 小时1 小时 30 分30 分钟4')
  await userEvent.click(await screen.findByRole('button', { name: '以表格显示' }))
  expect(await screen.findByRole('row', { name: '2026年11月 10 小时 1 小时 30 分 30 分钟' })).toBeVisible()
  expect(screen.getAllByRole('row', { name: /年\d+月 0 分钟 0 分钟 0 分钟/ })).toHaveLength(11)
  expect([asked[0]?.get('from_month'), asked[0]?.get('until_month')]).toEqual(['2025-12', '2026-11'])
})
