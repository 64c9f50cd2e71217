import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { momentsOf } from '@/dashboard/features/system/audit/day-range'
import { renderAt, server, signedIn } from '../support/desk'

const ENTRY = {
  id: 'entry-1',
  seq: 1110,
  recorded_at: '2026-11-22T06:12:00Z',
  occurred_at: '2026-11-22T06:12:00Z',
  actor_user_id: 'user-5',
  actor_label: '周明远',
  actor_role: 'committee_officer',
  assignment_id: 'a-1',
  request_id: 'request-77',
  action: 'task.extend',
  subject_type: 'task',
  subject_id: 'task-1',
  subject_label: '整改台账',
  subject_version: 2,
  organisation_id: 'organisation-1',
  from_state: null,
  to_state: null,
  reason: '检查组推迟进场',
  changes: {
    due_on: { before: '2026-12-07', after: '2026-12-20' },
    password_hash: { hidden: true },
  },
}

function answer(asked: URLSearchParams[] = []) {
  server.use(
    ...signedIn({ permissions: ['audit.read'] }),
    http.get('*/api/v1/audit-entries/actors', ({ request }) => {
      const isFound = new URL(request.url).searchParams.get('q') === '周'
      const found = { id: 'user-5', display_name: '周明远', username: 'officer' }
      return HttpResponse.json({ items: isFound ? [found] : [] })
    }),
    http.get('*/api/v1/audit-entries', ({ request }) => {
      asked.push(new URL(request.url).searchParams)
      return HttpResponse.json({ items: [ENTRY], next_cursor: null, total: 1 })
    }),
  )
}

test('a row opens to what changed, in words, and the request it came with', async () => {
  answer()
  await renderAt('/system/audit')
  expect(await screen.findByRole('row', { name: /周明远/ })).toHaveTextContent('延期任务 整改台账')
  await userEvent.click(screen.getByRole('button', { name: '展开行' }))
  const changes = await screen.findByRole('table', { name: '改动内容' })
  expect(within(changes).getByRole('row', { name: /期限/ })).toHaveTextContent(
    '期限2026年12月7日2026年12月20日',
  )
  expect(within(changes).getByRole('row', { name: /密码/ })).toHaveTextContent('已改动，内容不记入日志')
  expect(screen.getByText('request-77')).toBeVisible()
})

test('filters stand in the address and days are those of the committee', async () => {
  const asked: URLSearchParams[] = []
  answer(asked)
  const { router } = await renderAt('/system/audit?from=2026-11-20&to=2026-11-21')
  await userEvent.click(await screen.findByRole('button', { name: '展开行' }))
  await userEvent.click(await screen.findByRole('button', { name: '只看此人的操作' }))
  expect(await screen.findByText('只看操作人 周明远')).toBeVisible()
  expect(router.state.location.search).toEqual({
    from: '2026-11-20',
    to: '2026-11-21',
    actor_user_id: 'user-5',
  })
  const last = asked.at(-1)
  expect([last?.get('actor_user_id'), last?.get('recorded_from'), last?.get('recorded_to')]).toEqual([
    'user-5',
    '2026-11-19T16:00:00.000Z',
    '2026-11-21T16:00:00.000Z',
  ])
})

test('days with a change of the clock begin at their own midnight', () => {
  expect(momentsOf('2026-03-29', '2026-03-29', 'Europe/Berlin')).toEqual({
    from: '2026-03-28T23:00:00.000Z',
    to: '2026-03-29T22:00:00.000Z',
  })
  expect(momentsOf('nonsense', undefined, 'Asia/Shanghai')).toEqual({ from: null, to: null })
})

const CHAIN = {
  ok: true,
  entries: 1141,
  sealed: 1139,
  unsealed: 2,
  seals: 23,
  last_hash: 'c59d0835',
  first_fault: null,
}

test('the chain check says that the chain is whole, with its figures', async () => {
  answer()
  server.use(http.get('*/api/v1/audit-entries/verification', () => HttpResponse.json(CHAIN)))
  await renderAt('/system/audit')
  await userEvent.click(await screen.findByRole('button', { name: '校验链条' }))
  const result = await screen.findByText('链条完整：封存以来没有一条日志被改动或删除')
  const box = result.closest('[role=status]')
  expect(box).toHaveTextContent('日志条目1,141已封存1,139待封存2封存次数23')
  expect(box).toHaveTextContent('c59d0835')
})

test('the chain check names the first fault of a broken chain', async () => {
  answer()
  const broken = { ...CHAIN, ok: false, first_fault: 'seal 7' }
  server.use(http.get('*/api/v1/audit-entries/verification', () => HttpResponse.json(broken)))
  await renderAt('/system/audit')
  await userEvent.click(await screen.findByRole('button', { name: '校验链条' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('链条不完整')
  expect(screen.getByRole('alert')).toHaveTextContent('第一处不符seal 7')
})

test('a person is found by typing, and only that person’s acts are shown', async () => {
  answer()
  const { router } = await renderAt('/system/audit')
  await userEvent.click(await screen.findByRole('combobox', { name: '操作人' }))
  await userEvent.keyboard('周')
  await userEvent.click(await screen.findByText('周明远（officer）'))
  expect(await screen.findByText('只看操作人 周明远')).toBeVisible()
  expect(router.state.location.search).toEqual({ actor_user_id: 'user-5' })
})
