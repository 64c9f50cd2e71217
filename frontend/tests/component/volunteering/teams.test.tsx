import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { renderAt, server, signedIn } from '../support/desk'
import { listOf, OFFICER, TEAM } from './volunteering-bodies'

const DETACHMENT = {
  ...TEAM,
  id: 'team-2',
  kind: 'detachment',
  name: '财政局支队',
  parent_id: 'team-1',
  parent_name: TEAM.name,
  leaders: [],
}
const OLD = {
  ...DETACHMENT,
  id: 'team-3',
  kind: 'team',
  name: '已撤分队',
  parent_id: 'team-2',
  state: 'disbanded',
}

function answerTeams(permissions: readonly string[] = OFFICER) {
  server.use(
    ...signedIn({ permissions }),
    http.get('*/api/v1/volunteer-teams', () => HttpResponse.json(listOf(OLD, DETACHMENT, TEAM))),
    http.get('*/api/v1/volunteer-teams/team-2', () => HttpResponse.json(DETACHMENT)),
  )
}

test('shows the tree, folds it, and leaves out what was disbanded', async () => {
  answerTeams()
  await renderAt('/volunteering/teams')
  const rows = await screen.findAllByRole('row')
  expect(rows.slice(1).map((row) => row.textContent)).toEqual([
    '区直机关总队 总队明州区直机关工委王芳政策宣讲6',
    '财政局支队 支队明州区直机关工委未指定政策宣讲6',
  ])
  await userEvent.click(screen.getByRole('button', { name: '区直机关总队', expanded: true }))
  expect(screen.queryByRole('link', { name: '财政局支队' })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: '区直机关总队', expanded: false }))
  await userEvent.click(screen.getByRole('checkbox', { name: '显示已解散的' }))
  expect(await screen.findByRole('row', { name: /已撤分队 分队 · 已解散/ })).toBeVisible()
})

test('somebody is added to a team and made its leader', async () => {
  answerTeams()
  const sent: unknown[] = []
  const person = {
    id: 'team-member-1',
    version: 4,
    team_id: 'team-2',
    person_id: 'person-2',
    name: '李伟',
    organisation_name: '财政局',
    post: 'member',
    joined_on: '2024-03-05',
    left_on: null,
  }
  server.use(
    http.get('*/api/v1/volunteer-teams/team-2/members', () => HttpResponse.json(listOf(person))),
    http.get('*/api/v1/members', () =>
      HttpResponse.json(
        listOf({ id: 'm', person_id: 'person-3', name: '张敏', organisation_name: '教育局' }),
      ),
    ),
    http.post('*/api/v1/volunteer-teams/team-2/members', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json(person, { status: 201 })
    }),
    http.patch('*/api/v1/volunteer-team-members/team-member-1', async ({ request }) => {
      sent.push(request.headers.get('If-Match'), await request.json())
      return HttpResponse.json(person)
    }),
  )
  await renderAt('/volunteering/teams/team-2')
  await userEvent.click(await screen.findByRole('button', { name: '添加队员' }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.click(within(dialog).getByRole('combobox', { name: '姓名' }))
  await userEvent.click(await screen.findByText('张敏（教育局）'))
  await userEvent.click(within(dialog).getByRole('button', { name: '添加队员' }))
  expect(await screen.findByText('已添加')).toBeVisible()
  const row = screen.getByRole('row', { name: /李伟/ })
  await userEvent.click(within(row).getByRole('button', { name: '设为队长' }))
  const asking = await screen.findByRole('dialog', { name: '更改李伟的职务？' })
  await userEvent.click(within(asking).getByRole('button', { name: '设为队长' }))
  await expect
    .poll(() => sent)
    .toEqual([{ person_id: 'person-3', post: 'member', joined_on: '2026-11-22' }, '"4"', { post: 'leader' }])
})

test('a role that only reads is offered no change', async () => {
  answerTeams(['volunteering.read'])
  server.use(http.get('*/api/v1/volunteer-teams/team-2/members', () => HttpResponse.json(listOf())))
  await renderAt('/volunteering/teams/team-2')
  expect(await screen.findByText('还没有队员')).toBeVisible()
  expect(screen.queryByRole('button', { name: '添加队员' })).toBeNull()
})
