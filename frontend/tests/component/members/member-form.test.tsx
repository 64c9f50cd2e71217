import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { problem, renderAt, server, signedIn } from '../support/desk'
import { CODE_TABLES, memberBody, treeBody } from './member-bodies'

const SOUND = '11010119820303001X'

function answer() {
  server.use(
    ...signedIn({ permissions: ['home.read', 'members.read', 'members.write', 'organisations.read'] }),
    http.get('*/api/v1/code-tables', () => HttpResponse.json(CODE_TABLES)),
    http.get('*/api/v1/organisations/tree', ({ request }) =>
      HttpResponse.json(treeBody(new URL(request.url).searchParams.get('root'))),
    ),
    http.get('*/api/v1/members/member-1', () => HttpResponse.json(memberBody())),
    http.get('*/api/v1/members/member-1/memberships', () => HttpResponse.json({ items: [] })),
  )
}

const identity = () => screen.findByRole('textbox', { name: '公民身份号码' })

test.each([
  ['1101011982031400', '应为 18 位，现为 16 位'],
  ['11010119820314O014', '前 17 位应为数字，末位为数字或 X'],
  ['110101198202300015', '号码中的出生日期不存在，请核对'],
  ['110101198203140013', '校验码不对，号码中有错，请核对'],
])('says what is wrong with the identity number %s', async (number, complaint) => {
  answer()
  await renderAt('/members/new')
  await userEvent.type(await identity(), number)
  await userEvent.tab()
  expect(await screen.findByText(complaint)).toBeVisible()
})

test('enters a member; a sound number, however it is typed, fills in birth date and sex', async () => {
  answer()
  const sent: unknown[] = []
  server.use(
    http.post('*/api/v1/members', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json(memberBody(), { status: 201 })
    }),
  )
  const { router } = await renderAt('/members/new?organisation_id=branch-1')
  await userEvent.type(await screen.findByRole('textbox', { name: '姓名' }), '何晓东')
  await userEvent.type(await identity(), `${SOUND.slice(0, 6)} ${SOUND.slice(6).toLowerCase()}`)
  expect(await screen.findByText('校验无误：1982年3月3日 出生，男')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '录入党员' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/members/member-1'))
  expect(sent).toEqual([
    {
      organisation_id: 'branch-1',
      member_since: '2026-11-22',
      name: '何晓东',
      identity_number: `${SOUND.slice(0, 6)} ${SOUND.slice(6).toLowerCase()}`,
      birth_on: '1982-03-03',
      sex: 'male',
      joined_precision: 'day',
      standing: 'full',
      service: 'in_service',
    },
  ])
})

test('shows the server’s complaints under their fields, and what fits none above the button', async () => {
  answer()
  server.use(
    http.post('*/api/v1/members', () =>
      problem(422, 'malformed', '内容有误', {
        detail: '共 2 处',
        errors: [
          { pointer: '/phone', code: 'not_a_phone_number', message: '应为 11 位手机号码' },
          { pointer: '/organisation_id', code: 'holds_no_members', message: '党员只能编入现有的党支部' },
        ],
      }),
    ),
  )
  await renderAt('/members/new?organisation_id=branch-1')
  await userEvent.type(await screen.findByRole('textbox', { name: '姓名' }), '何晓东')
  await userEvent.type(screen.getByRole('textbox', { name: '联系电话' }), '12')
  await userEvent.click(screen.getByRole('button', { name: '录入党员' }))
  expect(await screen.findByText('应为 11 位手机号码')).toBeVisible()
  expect(screen.getByText('党员只能编入现有的党支部')).toBeVisible()
  expect(screen.queryByText('共 2 处')).toBeNull()

  server.use(
    http.post('*/api/v1/members', () =>
      problem(409, 'identity_held', '该号码已登记', { detail: '该号码已登记在第三党支部' }),
    ),
  )
  await userEvent.click(screen.getByRole('button', { name: '录入党员' }))
  expect(await screen.findByText('该号码已登记在第三党支部')).toBeVisible()
})

test('sends only what was changed, for the version that was read', async () => {
  answer()
  const sent: unknown[] = []
  server.use(
    http.patch('*/api/v1/members/member-1', async ({ request }) => {
      sent.push(request.headers.get('If-Match'), await request.json())
      return HttpResponse.json(memberBody({ version: 4 }))
    }),
  )
  const { router } = await renderAt('/members/member-1/edit')
  const name = await screen.findByRole('textbox', { name: '姓名' })
  await userEvent.clear(name)
  await userEvent.type(name, '何小东')
  expect(await identity()).toHaveValue('')
  await userEvent.click(screen.getByRole('radio', { name: '离退休' }))
  await userEvent.click(screen.getByRole('button', { name: '保存' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/members/member-1'))
  expect(sent).toEqual(['"3"', { name: '何小东', service: 'retired' }])
})

test('tells that somebody else was faster, and keeps what was typed', async () => {
  answer()
  server.use(http.patch('*/api/v1/members/member-1', () => problem(412, 'stale', '记录已被修改')))
  await renderAt('/members/member-1/edit')
  const name = await screen.findByRole('textbox', { name: '姓名' })
  await userEvent.type(name, '二')
  await userEvent.click(screen.getByRole('button', { name: '保存' }))
  expect(await screen.findByText(/这条记录已被他人修改/)).toBeVisible()
  expect(name).toHaveValue('何晓东二')
})
