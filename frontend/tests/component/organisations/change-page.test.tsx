import { screen } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { renderAt, server, signedIn } from '../support/desk'
import { organisation, organisationAnswers } from './answers'

const DECIDES = ['home.read', 'organisations.read', 'organisation_changes.approve']

const CHANGE = {
  ...organisation('audit'),
  id: 'change-1',
  kind: 'rename',
  organisation_id: 'audit',
  organisation_name: '审计局党支部',
  effective_on: '2026-12-01',
  reason: '机构改革',
  payload: { name: '审计局机关党支部', short_name: null },
  state: 'submitted',
  allowed_actions: ['approve', 'return', 'reject'],
  submitted_by: 'user-2',
  decided_by: null,
  applied_at: null,
  created_organisation_id: null,
  obstacle: null,
}

function answer(change: object) {
  const asked: (string | null)[] = []
  server.use(
    ...signedIn({ permissions: DECIDES }),
    http.get('*/api/v1/organisation-changes/change-1', () => HttpResponse.json(change)),
    http.get('*/api/v1/organisation-changes/change-1/preview', () =>
      HttpResponse.json({ before: [], after: [], effects: [], problems: [] }),
    ),
    http.get('*/api/v1/organisation-changes', ({ request }) => {
      asked.push(new URL(request.url).searchParams.get('to_decide'))
      return HttpResponse.json({ items: [change], next_cursor: null })
    }),
    ...organisationAnswers(),
  )
  return asked
}

test('a request of somebody else is decided on, under the name that the organisation has now', async () => {
  answer(CHANGE)
  await renderAt('/organisations/changes/change-1')
  expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('更名：审计局党支部')
  expect(screen.getByRole('button', { name: '批准' })).toBeVisible()
  expect(screen.queryByText('申请由您本人提交，须由另一人审批。')).toBeNull()
})

test('an own request says that another person must decide on it', async () => {
  answer({ ...CHANGE, allowed_actions: ['withdraw'], submitted_by: 'user-1' })
  await renderAt('/organisations/changes/change-1')
  expect(await screen.findByText('申请由您本人提交，须由另一人审批。')).toBeVisible()
  expect(screen.queryByRole('button', { name: '批准' })).toBeNull()
  expect(screen.getByRole('button', { name: '撤回申请' })).toBeVisible()
})

test('what waits for a decision leaves out what one submitted oneself', async () => {
  const asked = answer(CHANGE)
  await renderAt('/organisations/changes')
  expect(await screen.findByRole('link', { name: /审计局党支部/ })).toBeVisible()
  expect(asked).toEqual(['true'])
})
