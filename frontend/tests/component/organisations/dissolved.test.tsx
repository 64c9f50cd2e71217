import { screen } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { renderAt, server, signedIn } from '../support/desk'
import { organisation, organisationAnswers, SUMMARY } from './answers'

const READER = ['home.read', 'organisations.read', 'members.read']

function answer(dissolvedOn: string | null) {
  const members = { ...SUMMARY.members, total: 0, in_service: 0, retired: 0 }
  server.use(
    ...signedIn({ permissions: READER }),
    http.get('*/api/v1/organisations/:id/summary', () => HttpResponse.json({ ...SUMMARY, members })),
    http.get('*/api/v1/organisations/audit', () =>
      HttpResponse.json({ ...organisation('audit'), dissolved_on: dissolvedOn }),
    ),
    ...organisationAnswers(),
  )
}

test('asks for no roster where the organisation is dissolved', async () => {
  answer('2026-05-01')
  await renderAt('/organisations?selected=audit')
  expect(await screen.findByText('撤销后没有党员')).toBeVisible()
  expect(screen.queryByText('还没有党员名册')).toBeNull()
})

test('asks for the roster where the organisation stands', async () => {
  answer(null)
  await renderAt('/organisations?selected=audit')
  expect(await screen.findByText('还没有党员名册')).toBeVisible()
})
