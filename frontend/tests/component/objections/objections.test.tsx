import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { renderAt, server, signedIn } from '../support/desk'

const OBJECTION = {
  id: 'objection-1',
  version: 1,
  state: 'examining',
  allowed_actions: ['uphold', 'dismiss'],
  created_at: '2026-11-01T02:00:00Z',
  updated_at: '2026-11-05T02:00:00Z',
  organisation_id: 'organisation-2',
  organisation_name: '区财政局机关支部',
  person_id: 'person-1',
  name: '陈晓',
  about_type: 'archive',
  about_id: 'person-1',
  about_part: '任职经历',
  text: '任职日期有误',
  answer: null,
  decided_on: null,
}

const OFFICER = ['secretaries.read', 'objections.read', 'objections.examine']

function answerObjection(objection: object = {}) {
  server.use(
    ...signedIn({ permissions: OFFICER }),
    http.get('*/api/v1/objections/objection-1', () => HttpResponse.json({ ...OBJECTION, ...objection })),
  )
}

test('lists objections, each a link to its page', async () => {
  server.use(
    ...signedIn({ permissions: OFFICER }),
    http.get('*/api/v1/objections', () =>
      HttpResponse.json({ items: [OBJECTION], next_cursor: null, total: 1 }),
    ),
  )
  await renderAt('/secretaries/objections')
  const row = await screen.findByRole('row', { name: /陈晓/ })
  expect(row).toHaveTextContent('陈晓任职经历任职日期有误 核查中区财政局机关支部')
  expect(within(row).getByRole('link')).toHaveAttribute('href', '/objections/objection-1')
})

test('begins to examine', async () => {
  answerObjection({ state: 'filed', allowed_actions: ['examine'] })
  let sent: unknown
  server.use(
    http.post('*/api/v1/objections/objection-1/actions/examine', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json(OBJECTION)
    }),
  )
  await renderAt('/objections/objection-1')
  await userEvent.click(await screen.findByRole('button', { name: '开始核查' }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.click(within(dialog).getByRole('button', { name: '开始核查' }))
  expect(await screen.findByText('已开始核查')).toBeVisible()
  expect(sent).toEqual({})
})

test('a decision needs an answer, which the person reads', async () => {
  answerObjection()
  let sent: unknown
  server.use(
    http.post('*/api/v1/objections/objection-1/actions/dismiss', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json(OBJECTION)
    }),
  )
  await renderAt('/objections/objection-1')
  await userEvent.click(await screen.findByRole('button', { name: '认定不成立' }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.click(within(dialog).getByRole('button', { name: '认定不成立' }))
  expect(await within(dialog).findByText('请填写答复')).toBeVisible()
  await userEvent.type(within(dialog).getByRole('textbox', { name: '答复' }), '记录无误')
  await userEvent.click(within(dialog).getByRole('button', { name: '认定不成立' }))
  expect(await screen.findByText('已认定不成立')).toBeVisible()
  expect(sent).toEqual({ reason: '记录无误' })
})
