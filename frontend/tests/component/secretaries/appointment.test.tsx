import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { problem, renderAt, server, signedIn } from '../support/desk'
import { secretaryBody } from './secretary-bodies'

const READER = ['home.read', 'secretaries.read', 'organisations.read']

function answer(differences: object, permissions: readonly string[] = READER) {
  const sent: unknown[] = []
  server.use(
    ...signedIn({ permissions }),
    http.get('*/api/v1/secretaries/secretary-1', () => HttpResponse.json(secretaryBody(differences))),
    http.post('*/api/v1/secretaries/secretary-1/actions/:action', async ({ request, params }) => {
      sent.push([params.action, await request.json()])
      return HttpResponse.json(secretaryBody(differences))
    }),
  )
  return sent
}

test('shows the appointment and, without any action allowed, no button that would be refused', async () => {
  answer({ late_reason: '系统启用前任职' })
  await renderAt('/secretaries/secretary-1')
  expect(await screen.findByRole('heading', { level: 1, name: '陈立 · 书记' })).toBeVisible()
  const facts = screen.getByRole('region', { name: '任职情况' })
  expect(facts).toHaveTextContent('任职时间2024年3月1日 起')
  expect(facts).toHaveTextContent('补录原因系统启用前任职')
  for (const name of ['申请离任', '同意离任', '免去职务', '更正']) {
    expect(screen.queryByRole('button', { name })).toBeNull()
  }
  expect(screen.queryByRole('link', { name: '实绩档案' })).toBeNull()
})

test('asks for the end with a reason', async () => {
  const sent = answer({ allowed_actions: ['request_end'] }, [...READER, 'secretaries.request'])
  await renderAt('/secretaries/secretary-1')
  await userEvent.click(await screen.findByRole('button', { name: '申请离任' }))
  const dialog = await screen.findByRole('dialog')
  expect(dialog).toHaveTextContent('明州区直机关工委决定前可以撤回')
  await userEvent.type(within(dialog).getByRole('textbox', { name: '原因' }), '工作调动')
  await userEvent.click(within(dialog).getByRole('button', { name: '申请离任' }))
  expect(await screen.findByText('已申请，待上级同意')).toBeVisible()
  expect(sent).toEqual([['request_end', { reason: '工作调动' }]])
})

test('whoever consents sees that it waits, and says by which letter', async () => {
  const sent = answer({ state: 'end_requested', allowed_actions: ['consent', 'refuse'] })
  await renderAt('/secretaries/secretary-1')
  expect(await screen.findByText('已申请离任，待明州区直机关工委同意。')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '同意离任' }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.type(within(dialog).getByRole('textbox', { name: '同意的依据' }), '明工复12号')
  await userEvent.click(within(dialog).getByRole('button', { name: '同意离任' }))
  expect(await screen.findByText('已同意')).toBeVisible()
  expect(sent).toEqual([['consent', { consent_note: '明工复12号' }]])
})

test('an end without the consent that it needs is refused inside the dialog, in the server’s words', async () => {
  answer({ allowed_actions: ['end'] }, [...READER, 'secretaries.write'])
  server.use(
    http.post('*/api/v1/secretaries/secretary-1/actions/end', () =>
      problem(409, 'superior_consent_needed', '须先经上级同意', { detail: '任期未满，请先申请离任。' }),
    ),
  )
  await renderAt('/secretaries/secretary-1')
  const user = userEvent.setup({ delay: null })
  await user.click(await screen.findByRole('button', { name: '免去职务' }))
  const dialog = await screen.findByRole('dialog')
  await user.click(within(dialog).getByRole('button', { name: '免去职务' }))
  expect(await within(dialog).findByText('请选择离任原因')).toBeVisible()
  await user.click(within(dialog).getByRole('combobox', { name: '离任原因' }))
  await user.click(await screen.findByText('工作调动'))
  await user.click(within(dialog).getByRole('button', { name: '免去职务' }))
  expect(await within(dialog).findByRole('alert')).toHaveTextContent('任期未满，请先申请离任。')
})

test('corrects the appointment on the version that was read', async () => {
  answer({}, [...READER, 'secretaries.write', 'archives.read'])
  let sent: unknown
  server.use(
    http.patch('*/api/v1/secretaries/secretary-1', async ({ request }) => {
      sent = [request.headers.get('If-Match'), await request.json()]
      return HttpResponse.json(secretaryBody())
    }),
  )
  await renderAt('/secretaries/secretary-1')
  expect(await screen.findByRole('link', { name: '实绩档案' })).toHaveAttribute(
    'href',
    '/secretaries/secretary-1/archive',
  )
  await userEvent.click(screen.getByRole('button', { name: '更正' }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.click(within(dialog).getByRole('checkbox', { name: '专职' }))
  await userEvent.click(within(dialog).getByRole('button', { name: '保存' }))
  expect(await screen.findByText('已保存')).toBeVisible()
  expect(sent).toEqual(['"3"', { full_time: true, duty_title: '副局长' }])
})
