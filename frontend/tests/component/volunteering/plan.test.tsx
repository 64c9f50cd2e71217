import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { problem, renderAt, server, signedIn } from '../support/desk'
import { enterDate } from '../support/enter-date'
import { ACTIVITY, listOf, NOT_ASKED, OFFICER } from './volunteering-bodies'

function answerPlanning() {
  server.use(
    ...signedIn({ permissions: OFFICER }),
    http.get('*/api/v1/activities', () => HttpResponse.json(listOf(ACTIVITY))),
    http.get('*/api/v1/activities/activity-1', () => HttpResponse.json(ACTIVITY)),
    http.get('*/api/v1/activities/activity-9', () =>
      HttpResponse.json({ ...ACTIVITY, id: 'activity-9', state: 'draft', published_at: null }),
    ),
    http.get('*/api/v1/volunteer-teams', () => HttpResponse.json(listOf())),
    http.get('*/api/v1/members', () => HttpResponse.json(listOf())),
    http.get('*/api/v1/organisations/tree', () => HttpResponse.json({ items: [] })),
    http.get('*/api/v1/organisations/organisation-1', () =>
      HttpResponse.json({ id: 'organisation-1', name: '明州区直机关工委', kind: 'working_committee' }),
    ),
  )
}

test('plans the next one from an earlier one with a choice and a day', async () => {
  answerPlanning()
  let sent: unknown
  server.use(
    http.post('*/api/v1/activities/activity-1/copies', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ ...ACTIVITY, id: 'activity-9' }, { status: 201 })
    }),
  )
  const { router } = await renderAt('/volunteering/activities/new')
  await enterDate(await screen.findByRole('textbox', { name: '这次的日期' }), '2026-12-05')
  await userEvent.click(await screen.findByRole('radio', { name: /社区助老义诊/ }))
  await userEvent.click(screen.getByRole('button', { name: '生成草稿' }))
  expect(await screen.findByText('草稿已生成，核对后即可发布')).toBeVisible()
  expect(sent).toEqual({ on: '2026-12-05' })
  expect(router.state.location.pathname).toBe('/volunteering/activities/activity-9')
})

test('the very first activity is planned from the start', async () => {
  answerPlanning()
  server.use(http.get('*/api/v1/activities', () => HttpResponse.json(listOf())))
  await renderAt('/volunteering/activities/new')
  expect(await screen.findByRole('button', { name: '存为草稿' })).toBeVisible()
  expect(screen.getByRole('radio', { name: '照以前的办' })).toBeDisabled()
})

test('from the activity’s own page it is chosen already', async () => {
  answerPlanning()
  await renderAt('/volunteering/activities/new?from=activity-1')
  expect(await screen.findByRole('radio', { name: /社区助老义诊/ })).toBeChecked()
})

/** Typing letter by letter draws the long form anew for each. */
async function paste(field: HTMLElement, text: string) {
  await userEvent.click(field)
  await userEvent.paste(text)
}

test('a further shift begins when the last one ends; the draft is sent with the committee’s offset', async () => {
  answerPlanning()
  let sent: unknown
  server.use(
    http.post('*/api/v1/activities', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ ...ACTIVITY, id: 'activity-9' }, { status: 201 })
    }),
  )
  await renderAt('/volunteering/activities/new?way=blank')
  await paste(await screen.findByRole('textbox', { name: /活动名称/ }), '社区助老义诊')
  await paste(screen.getByRole('textbox', { name: '地点' }), '朝阳社区')
  await enterDate(screen.getByRole('textbox', { name: '日期' }), '2026-12-05')
  await enterDate(screen.getByRole('textbox', { name: '开始' }), '09:00')
  await enterDate(screen.getByRole('textbox', { name: '结束' }), '11:00')
  await paste(screen.getByRole('textbox', { name: '岗位' }), '测血压')
  await userEvent.click(screen.getByRole('button', { name: '再加一个班次' }))
  expect(screen.getAllByRole('textbox', { name: '开始' })[1]).toHaveValue('11:00')
  await userEvent.click(screen.getByRole('button', { name: '存为草稿' }))
  expect(await screen.findByText('草稿已保存，核对后即可发布')).toBeVisible()
  const window = { place: null, capacity: null, break_minutes: 0, opens_minutes: 30, closes_minutes: 30 }
  expect(sent).toEqual({
    organisation_id: 'organisation-1',
    team_id: null,
    title: '社区助老义诊',
    theme: '',
    description: '',
    place_kind: 'address',
    place: '朝阳社区',
    served_party: null,
    leader_id: null,
    sign_up_required: true,
    sign_up_until: null,
    missing_exit: 'nothing',
    template: false,
    shifts: [
      {
        post: '测血压',
        starts_at: '2026-12-05T09:00:00+08:00',
        ends_at: '2026-12-05T11:00:00+08:00',
        ...window,
      },
      {
        post: '测血压',
        starts_at: '2026-12-05T11:00:00+08:00',
        ends_at: '2026-12-05T13:00:00+08:00',
        ...window,
      },
    ],
  })
})

test('a fault of one shift stands under its field', async () => {
  answerPlanning()
  server.use(
    http.post('*/api/v1/activities', () =>
      problem(422, 'invalid', '请检查', {
        errors: [{ pointer: '/shifts/0/post', code: 'too_long', message: '岗位太长' }],
      }),
    ),
  )
  await renderAt('/volunteering/activities/new?way=blank')
  await userEvent.type(await screen.findByRole('textbox', { name: /活动名称/ }), '义诊')
  await userEvent.type(screen.getByRole('textbox', { name: '地点' }), '朝阳社区')
  await userEvent.type(screen.getByRole('textbox', { name: '岗位' }), '测血压')
  await enterDate(screen.getByRole('textbox', { name: '日期' }), '2026-12-05')
  await enterDate(screen.getByRole('textbox', { name: '开始' }), '22:00')
  await enterDate(screen.getByRole('textbox', { name: '结束' }), '01:00')
  expect(await screen.findByText('次日 01:00 结束')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '存为草稿' }))
  expect(await screen.findByText('岗位太长')).toBeVisible()
})

test('the facts of an activity are changed with its version', async () => {
  answerPlanning()
  const sent: unknown[] = []
  server.use(
    http.patch('*/api/v1/activities/activity-1', async ({ request }) => {
      sent.push(request.headers.get('If-Match'), await request.json())
      return HttpResponse.json(ACTIVITY)
    }),
    http.get('*/api/v1/activities/activity-1/notices', () => HttpResponse.json(listOf())),
    http.get('*/api/v1/activities/activity-1/service-confirmation', () => HttpResponse.json(NOT_ASKED)),
  )
  await renderAt('/volunteering/activities/activity-1/edit')
  const place = await screen.findByRole('textbox', { name: '地点' })
  await userEvent.clear(place)
  await userEvent.type(place, '和平社区')
  await userEvent.click(screen.getByRole('button', { name: '保存' }))
  expect(await screen.findByText('已保存')).toBeVisible()
  expect(sent[0]).toBe('"3"')
  expect(sent[1]).toMatchObject({ place: '和平社区', leader_id: 'person-1', sign_up_until: null })
})
