import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test, vi } from 'vitest'
import { problem, renderAt, server, signedIn } from '../support/desk'
import { batchBody, nominationBody, PICKER_ANSWERS, page } from './secretary-bodies'

const SECRETARY = [
  'home.read',
  'organisations.read',
  'members.read',
  'secretaries.read',
  'nominations.read',
  'nominations.prepare',
  'nominations.submit',
]

function answer(permissions: readonly string[] = SECRETARY) {
  const sent: [string, unknown][] = []
  const keep = async (request: Request) => {
    const text = await request.text()
    sent.push([`${request.method} ${new URL(request.url).pathname}`, text === '' ? null : JSON.parse(text)])
  }
  server.use(
    ...signedIn({ permissions }),
    ...PICKER_ANSWERS,
    http.get('*/api/v1/members', () =>
      page({
        id: 'member-2',
        person_id: 'person-2',
        name: '张伟',
        organisation_name: '第一党支部',
        standing: 'probationary',
      }),
    ),
    http.post('*/api/v1/nomination-batches', async ({ request }) => {
      await keep(request)
      return HttpResponse.json(batchBody(), { status: 201 })
    }),
    http.post('*/api/v1/nominations', async ({ request }) => {
      await keep(request)
      return HttpResponse.json(nominationBody({ state: 'draft' }), { status: 201 })
    }),
    http.patch('*/api/v1/nominations/nomination-1', async ({ request }) => {
      await keep(request)
      return HttpResponse.json(nominationBody({ state: 'draft', version: 3 }))
    }),
    http.get('*/api/v1/nominations/nomination-1', () =>
      HttpResponse.json(nominationBody({ state: 'draft' })),
    ),
    http.get('*/api/v1/nominations/nomination-1/history', () => page()),
  )
  return sent
}

const BODY = {
  person_id: 'person-2',
  post: 'secretary',
  full_time: false,
  duty_title: null,
  kind: 'election',
  take_office_on: null,
  grounds: '',
  batch_id: 'batch-1',
}

async function chooseNominee(user: ReturnType<typeof userEvent.setup>) {
  await user.click(await screen.findByRole('combobox', { name: '人选' }))
  await user.click(await screen.findByText('张伟（第一党支部 · 预备党员）'))
}

test('a secretary nominates for the own organisation', async () => {
  const sent = answer()
  const own = {
    id: 'assignment-2',
    role: 'secretary',
    organisation_id: 'organisation-2',
    organisation_name: '第一党支部',
  } as const
  server.use(...signedIn({ permissions: SECRETARY, assignment: own, assignments: [own] }))
  await renderAt('/secretaries/nominations/new')
  const user = userEvent.setup({ delay: null })
  await chooseNominee(user)
  await user.click(screen.getByRole('button', { name: '存为草稿' }))
  await vi.waitFor(() => expect(sent).toHaveLength(1))
  expect(sent[0]?.[1]).toMatchObject({ organisation_id: 'organisation-2', person_id: 'person-2' })
})

test('a refusal stands at the field that it is about; the next try changes what was written', async () => {
  const sent = answer()
  server.use(
    http.post('*/api/v1/nominations/nomination-1/actions/submit', () =>
      problem(409, 'nominee_not_full_member', '人选不是正式党员', { detail: '请改提正式党员。' }),
    ),
  )
  const { router } = await renderAt('/secretaries/nominations/new?organisation_id=organisation-2')
  const user = userEvent.setup({ delay: null })
  await chooseNominee(user)
  await user.click(screen.getByRole('radio', { name: '新建批次' }))
  await user.type(await screen.findByRole('textbox', { name: '批次名称' }), '换届人选')
  await user.click(screen.getByRole('button', { name: '保存并上报' }))
  expect(await screen.findByText('请改提正式党员。')).toBeVisible()
  expect(screen.getByRole('combobox', { name: '人选' })).toHaveAttribute('aria-invalid', 'true')
  server.use(
    http.post('*/api/v1/nominations/nomination-1/actions/submit', () =>
      HttpResponse.json(nominationBody({ version: 4 })),
    ),
  )
  await user.click(screen.getByRole('button', { name: '保存并上报' }))
  expect(await screen.findByText('已上报')).toBeVisible()
  expect(sent).toEqual([
    [
      'POST /api/v1/nomination-batches',
      { organisation_id: 'organisation-2', title: '换届人选', election_on: null },
    ],
    ['POST /api/v1/nominations', { organisation_id: 'organisation-2', ...BODY }],
    ['PATCH /api/v1/nominations/nomination-1', BODY],
  ])
  expect(router.state.location.pathname).toBe('/secretaries/nominations/nomination-1')
})

test('who may not submit saves a draft for the secretary', async () => {
  const sent = answer(SECRETARY.filter((permission) => permission !== 'nominations.submit'))
  await renderAt('/secretaries/nominations/new?organisation_id=organisation-2')
  const user = userEvent.setup({ delay: null })
  expect(await screen.findByText('存好草稿后，由本组织书记上报。')).toBeVisible()
  expect(screen.queryByRole('button', { name: '保存并上报' })).toBeNull()
  await user.click(screen.getByRole('button', { name: '存为草稿' }))
  expect(await screen.findByText('请选择人选')).toBeVisible()
  await chooseNominee(user)
  await user.click(screen.getByRole('button', { name: '存为草稿' }))
  expect(await screen.findByText('已存为草稿')).toBeVisible()
  expect(sent.map(([what]) => what)).toEqual(['POST /api/v1/nominations'])
})

test('changes what was returned, with the nominee named', async () => {
  const sent = answer()
  server.use(
    http.get('*/api/v1/nominations/nomination-1', () =>
      HttpResponse.json(nominationBody({ state: 'returned', version: 7 })),
    ),
  )
  await renderAt('/secretaries/nominations/nomination-1/edit')
  expect(await screen.findByRole('heading', { level: 1, name: '修改张伟的提名' })).toBeVisible()
  const user = userEvent.setup({ delay: null })
  const grounds = await screen.findByRole('textbox', { name: '提名理由' })
  await user.clear(grounds)
  await user.type(grounds, '补充')
  await user.click(screen.getByRole('button', { name: '存为草稿' }))
  expect(await screen.findByText('已存为草稿')).toBeVisible()
  expect(sent).toEqual([
    [
      'PATCH /api/v1/nominations/nomination-1',
      { ...BODY, batch_id: null, grounds: '补充', take_office_on: '2026-12-01' },
    ],
  ])
})
