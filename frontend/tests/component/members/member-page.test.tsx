import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { afterEach, expect, test, vi } from 'vitest'
import type { MemberOut } from '@/shared/api/schema.gen'
import { problem, renderAt, server, signedIn } from '../support/desk'
import { CODE_TABLES, memberBody, treeBody } from './member-bodies'

afterEach(() => vi.useRealTimers())

const OFFICER = ['home.read', 'members.read', 'members.write', 'members.reveal', 'organisations.read']

function answer(member: MemberOut = memberBody(), permissions: readonly string[] = OFFICER) {
  const held = { member }
  server.use(
    ...signedIn({ permissions }),
    http.get('*/api/v1/code-tables', () => HttpResponse.json(CODE_TABLES)),
    http.get('*/api/v1/organisations/tree', ({ request }) =>
      HttpResponse.json(treeBody(new URL(request.url).searchParams.get('root'))),
    ),
    http.get('*/api/v1/members/member-1', () => HttpResponse.json(held.member)),
    http.get('*/api/v1/members/member-1/memberships', () =>
      HttpResponse.json({
        items: [
          place('second', '第一党支部', '2015-03-01', null),
          place('first', '第三党支部', '2008-12-31', '2015-03-01'),
        ],
      }),
    ),
  )
  return held
}

function place(id: string, organisation_name: string, valid_from: string, valid_to: string | null) {
  return {
    id,
    organisation_id: `branch-of-${id}`,
    organisation_name,
    group_id: null,
    group_name: null,
    valid_from,
    valid_to,
  }
}

test('shows the facts and where the member has belonged, latest first', async () => {
  answer()
  await renderAt('/members/member-1')
  expect(await screen.findByRole('heading', { level: 1, name: '何晓东' })).toBeVisible()
  const places = await screen.findByRole('region', { name: '组织关系' })
  expect((await within(places).findAllByRole('listitem')).map((each) => each.textContent)).toEqual([
    '2015年3月1日 至今第一党支部',
    '2008年12月31日 至 2015年3月1日第三党支部',
  ])
  expect(screen.getByRole('region', { name: '党籍信息' })).toHaveTextContent('入党日期2006年7月')
})

test('shows the full numbers for one minute after a reason was given', async () => {
  answer()
  const reasons: unknown[] = []
  server.use(
    http.post('*/api/v1/members/member-1/actions/reveal', async ({ request }) => {
      reasons.push(await request.json())
      return HttpResponse.json({ identity_number: '110101198203140014', phone: '13912345678' })
    }),
  )
  await renderAt('/members/member-1')
  await userEvent.click(await screen.findByRole('button', { name: '查看完整号码' }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.click(within(dialog).getByRole('button', { name: '查看完整号码' }))
  expect(await within(dialog).findByText('请写明原因')).toBeVisible()
  expect(reasons).toEqual([])

  await userEvent.type(within(dialog).getByRole('textbox', { name: '原因' }), '核对入党材料')
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
  await userEvent.click(within(dialog).getByRole('button', { name: '查看完整号码' }))
  expect(await screen.findByText('110101198203140014')).toBeVisible()
  expect(reasons).toEqual([{ reason: '核对入党材料' }])
  await act(() => vi.advanceTimersByTime(59_000))
  expect(screen.getByText('13912345678')).toBeVisible()
  await act(() => vi.advanceTimersByTime(1_000))
  expect(screen.queryByText('110101198203140014')).toBeNull()
  expect(screen.getByText('110***********0014')).toBeVisible()
})

test('does not offer what the server does not allow', async () => {
  answer(memberBody({ allowed_actions: [] }), ['home.read', 'members.read'])
  await renderAt('/members/member-1')
  await screen.findByRole('heading', { level: 1, name: '何晓东' })
  for (const name of ['查看完整号码', '转移组织关系', '移出名册', '修改']) {
    expect(screen.queryByRole('button', { name })).toBeNull()
  }
})

async function choose(name: string, option: string) {
  await userEvent.click(screen.getByRole('combobox', { name }))
  const shown = await screen.findAllByText(option)
  await userEvent.click(shown[shown.length - 1] ?? document.body)
}

test('transfers to a branch and one of its groups, and says where the member is now', async () => {
  const held = answer()
  const sent: unknown[] = []
  server.use(
    http.post('*/api/v1/members/member-1/actions/transfer', async ({ request }) => {
      sent.push(await request.json())
      held.member = memberBody({ version: 4, organisation_id: 'branch-2', organisation_name: '第二党支部' })
      return HttpResponse.json(held.member)
    }),
  )
  await renderAt('/members/member-1')
  await userEvent.click(await screen.findByRole('button', { name: '转移组织关系' }))
  const dialog = await screen.findByRole('dialog')
  await choose('转入党支部', '第二党支部')
  await within(dialog).findByLabelText('转入党小组')
  await choose('转入党小组', '第二党小组')
  await userEvent.type(within(dialog).getByRole('textbox', { name: '原因' }), '工作调动')
  await userEvent.click(within(dialog).getByRole('button', { name: '转移组织关系' }))
  expect(await screen.findByText('已转移到 第二党支部')).toBeVisible()
  expect(sent).toEqual([
    { organisation_id: 'branch-2', group_id: 'group-1', effective_on: '2026-11-22', reason: '工作调动' },
  ])
  expect(await screen.findByRole('link', { name: '第二党支部' })).toBeVisible()
})

test('puts the server’s complaint under the date it is about, and keeps the dialog', async () => {
  answer()
  server.use(
    http.post('*/api/v1/members/member-1/actions/leave', () =>
      problem(422, 'malformed', '内容有误', {
        errors: [
          { pointer: '/on', code: 'not_after_start', message: '须晚于编入现支部的日期（2015-03-01）' },
        ],
      }),
    ),
  )
  await renderAt('/members/member-1')
  await userEvent.click(await screen.findByRole('button', { name: '移出名册' }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.type(within(dialog).getByRole('textbox', { name: '原因' }), '转出本区')
  await userEvent.click(within(dialog).getByRole('button', { name: '移出名册' }))
  expect(await within(dialog).findByText('须晚于编入现支部的日期（2015-03-01）')).toBeVisible()
  expect(within(dialog).getByRole('textbox', { name: '原因' })).toHaveValue('转出本区')
})

test('says that the member was taken off the roster although its button is gone', async () => {
  const held = answer()
  server.use(
    http.post('*/api/v1/members/member-1/actions/leave', () => {
      held.member = memberBody({ version: 4, state: 'left', allowed_actions: ['readmit'] })
      return HttpResponse.json(held.member)
    }),
  )
  await renderAt('/members/member-1')
  await userEvent.click(await screen.findByRole('button', { name: '移出名册' }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.type(within(dialog).getByRole('textbox', { name: '原因' }), '转出本区')
  await userEvent.click(within(dialog).getByRole('button', { name: '移出名册' }))
  expect(await screen.findByText('已移出名册')).toBeVisible()
  expect(await screen.findByRole('button', { name: '重新纳入名册' })).toBeVisible()
  expect(screen.getByText('已移出')).toBeVisible()
})

test('says that there is no such member', async () => {
  answer()
  server.use(http.get('*/api/v1/members/member-1', () => problem(404, 'not_found', '没有这条记录')))
  await renderAt('/members/member-1')
  await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('没有这条记录'))
})
