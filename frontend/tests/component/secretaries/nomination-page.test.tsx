import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { problem, renderAt, server, signedIn } from '../support/desk'
import { historyEntry, nominationBody, PICKER_ANSWERS, page } from './secretary-bodies'

const READER = ['home.read', 'secretaries.read', 'nominations.read']

function answer(
  differences: object,
  permissions: readonly string[] = READER,
  history: readonly object[] = [],
) {
  const sent: unknown[] = []
  server.use(
    ...signedIn({ permissions }),
    http.get('*/api/v1/nominations/nomination-1', () => HttpResponse.json(nominationBody(differences))),
    http.get('*/api/v1/nominations/nomination-1/history', () => page(...history)),
    http.post('*/api/v1/nominations/nomination-1/actions/:action', async ({ request, params }) => {
      sent.push([params.action, await request.json()])
      return HttpResponse.json(nominationBody(differences))
    }),
  )
  return sent
}

const HISTORY = [
  historyEntry('nomination.submit', { from_state: 'draft', to_state: 'submitted' }),
  historyEntry('nomination.create', {
    actor_label: '李文',
    recorded_at: '2026-09-30T20:00:00Z',
    occurred_at: '2026-09-30T20:00:00Z',
    to_state: 'draft',
  }),
]

test('the steps say who did what when, and whose turn it is now', async () => {
  answer({}, READER, HISTORY)
  await renderAt('/secretaries/nominations/nomination-1')
  const progress = await screen.findByRole('region', { name: '办理进度' })
  expect(within(progress).getByRole('status')).toHaveTextContent('待明州区直机关工委考察')
  expect(await within(progress).findByText(/李文/)).toBeVisible()
  expect(progress).toHaveTextContent('提名李文2026年10月1日')
  expect(progress).toHaveTextContent('上报陈立2026年10月8日')
  expect(screen.queryByRole('button', { name: '批准' })).toBeNull()
})

test('a returned nomination says by whom and why, and can be edited', async () => {
  answer(
    { state: 'returned', allowed_actions: ['submit', 'withdraw'] },
    [...READER, 'nominations.prepare'],
    [
      historyEntry('nomination.return', {
        actor_label: '王芳',
        reason: '缺廉洁意见',
        recorded_at: '2026-10-10T02:00:00Z',
      }),
      ...HISTORY,
    ],
  )
  server.use(
    ...PICKER_ANSWERS,
    http.get('*/api/v1/members', () => page()),
  )
  const { router } = await renderAt('/secretaries/nominations/nomination-1')
  expect(await screen.findByText('王芳退回：缺廉洁意见')).toBeVisible()
  expect(screen.getByText('已退回，待区财政局机关党总支修改')).toBeVisible()
  expect(screen.queryByRole('button', { name: '删除草稿' })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: '修改提名' }))
  expect(router.state.location.pathname).toBe('/secretaries/nominations/nomination-1/edit')
})

test('approves with number and day; a refusal is told in the dialog', async () => {
  answer({ state: 'endorsed', allowed_actions: ['approve', 'return', 'reject'] })
  server.use(
    http.post('*/api/v1/nominations/nomination-1/actions/approve', () =>
      problem(409, 'inspection_not_suitable', '考察结论不是“合适”', { detail: '请先完成考察。' }),
    ),
  )
  await renderAt('/secretaries/nominations/nomination-1')
  await userEvent.click(await screen.findByRole('button', { name: '批准' }))
  const dialog = await screen.findByRole('dialog')
  expect(dialog).toHaveTextContent('批准张伟任职？')
  await userEvent.type(within(dialog).getByRole('textbox', { name: '批复文号' }), '明工复12号')
  await userEvent.click(within(dialog).getByRole('button', { name: '批准' }))
  expect(await within(dialog).findByRole('alert')).toHaveTextContent('请先完成考察。')
})

test('appoints from the planned day on', async () => {
  const sent = answer({ state: 'approved', allowed_actions: ['appoint'], duty_title: '副局长' })
  await renderAt('/secretaries/nominations/nomination-1')
  await userEvent.click(await screen.findByRole('button', { name: '办理任职' }))
  const dialog = await screen.findByRole('dialog')
  expect(within(dialog).getByRole('textbox', { name: '任职日期' })).toHaveValue('2026年12月1日')
  await userEvent.click(within(dialog).getByRole('button', { name: '办理任职' }))
  expect(await screen.findByText('已任职，任职谈话已安排')).toBeVisible()
  expect(sent).toEqual([['appoint', { on: '2026-12-01', duty_title: '副局长' }]])
})

test('rejects with a reason only', async () => {
  const sent = answer({ state: 'endorsed', allowed_actions: ['reject'] })
  await renderAt('/secretaries/nominations/nomination-1')
  await userEvent.click(await screen.findByRole('button', { name: '不予批准' }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.click(within(dialog).getByRole('button', { name: '不予批准' }))
  expect(await within(dialog).findByText('请写明原因')).toBeVisible()
  await userEvent.type(within(dialog).getByRole('textbox', { name: '原因' }), '任期将满')
  await userEvent.click(within(dialog).getByRole('button', { name: '不予批准' }))
  expect(await screen.findByText('未批准')).toBeVisible()
  expect(sent).toEqual([['reject', { reason: '任期将满' }]])
})

test('starting the inspection opens its workspace', async () => {
  answer({ allowed_actions: ['start_inspection'] }, [...READER, 'inspections.read', 'inspections.conduct'])
  let sent: unknown
  server.use(
    http.post('*/api/v1/inspections', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ id: 'inspection-1', version: 1 }, { status: 201 })
    }),
    http.get('*/api/v1/inspections/inspection-1', () => problem(404, 'not_found', '没有找到')),
  )
  const { router } = await renderAt('/secretaries/nominations/nomination-1')
  await userEvent.click(await screen.findByRole('button', { name: '开始考察' }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.click(within(dialog).getByRole('button', { name: '开始考察' }))
  expect(await screen.findByText('考察已建立')).toBeVisible()
  expect(sent).toEqual({ nomination_id: 'nomination-1', planned_on: null })
  expect(router.state.location.pathname).toBe('/secretaries/inspections/inspection-1')
})

test('deletes a draft and goes back to the list', async () => {
  answer({ state: 'draft', allowed_actions: ['submit'] }, [...READER, 'nominations.prepare'])
  let isGone = false
  server.use(
    http.delete('*/api/v1/nominations/nomination-1', () => {
      isGone = true
      return new HttpResponse(null, { status: 204 })
    }),
    http.get('*/api/v1/nominations', () => page()),
    http.get('*/api/v1/organisations/tree', () => HttpResponse.json({ as_of: '2026-11-22', items: [] })),
  )
  const { router } = await renderAt('/secretaries/nominations/nomination-1')
  await userEvent.click(await screen.findByRole('button', { name: '删除草稿' }))
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '删除草稿' }))
  expect(await screen.findByText('草稿已删除')).toBeVisible()
  expect(isGone).toBe(true)
  expect(router.state.location.pathname).toBe('/secretaries/nominations')
})
