import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { problem, renderAt, server, signedIn } from '../support/desk'
import { organisationAnswers } from './answers'

const UNIT = {
  id: 'unit-1',
  version: 4,
  state: 'active',
  allowed_actions: ['close'],
  created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-01T00:00:00Z',
  name: '区财政局',
  short_name: '财政局',
  credit_code: '11500103FYK6B77337',
  organisation_id: 'organisation-1',
}

function answer(permissions: readonly string[]) {
  server.use(
    ...signedIn({ permissions }),
    http.get('*/api/v1/units', () => HttpResponse.json({ items: [UNIT], next_cursor: null, total: 1 })),
    ...organisationAnswers(),
  )
}

test('a wrong credit code is told at its field, and the version that was read is sent', async () => {
  answer(['home.read', 'organisations.read', 'units.write'])
  const versions: (string | null)[] = []
  server.use(
    http.patch('*/api/v1/units/unit-1', ({ request }) => {
      versions.push(request.headers.get('If-Match'))
      return problem(422, 'malformed', '内容不符合要求', {
        errors: [{ pointer: '/credit_code', code: 'check_digit', message: '校验位不符' }],
      })
    }),
  )
  await renderAt('/organisations/units')
  const user = userEvent.setup({ delay: null })
  await user.click(await screen.findByRole('button', { name: '打开“区财政局”' }))
  const field = await screen.findByLabelText('统一社会信用代码')
  await user.clear(field)
  await user.paste('11500103FYK6B77338')
  await user.click(screen.getByRole('button', { name: '保存' }))
  expect(await screen.findByText('校验位不符')).toBeVisible()
  await waitFor(() => expect(field).toHaveAttribute('aria-invalid', 'true'))
  expect(versions).toEqual(['"4"'])
})

test('who may only read sees the units without a way to change them', async () => {
  answer(['home.read', 'organisations.read'])
  await renderAt('/organisations/units')
  expect(await screen.findByText('11500103FYK6B77337')).toBeVisible()
  expect(screen.queryByRole('button', { name: '打开“区财政局”' })).not.toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '新建单位' })).not.toBeInTheDocument()
})
