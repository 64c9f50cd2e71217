import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { problem, renderAt, server, signedIn } from '../support/desk'
import { inspectionBody, interviewBody, page } from './secretary-bodies'

const LEADER = ['home.read', 'secretaries.read', 'nominations.read', 'inspections.read']
const OFFICER = [...LEADER, 'inspections.conduct', 'inspection_notes.read']

function answer(differences: object, permissions: readonly string[] = OFFICER) {
  let held = inspectionBody({ version: 5, ...differences })
  const saved: [string | null, unknown][] = []
  server.use(
    ...signedIn({ permissions }),
    http.get('*/api/v1/inspections/inspection-1', () => HttpResponse.json(held)),
    http.get('*/api/v1/inspections/inspection-1/interviews', () => page(interviewBody())),
    http.patch('*/api/v1/inspections/inspection-1', async ({ request }) => {
      const change: unknown = await request.json()
      saved.push([request.headers.get('If-Match'), change])
      held = inspectionBody({ ...held, ...(change as object), version: held.version + 1 })
      return HttpResponse.json(held)
    }),
  )
  return saved
}

test('counts who was heard against the three groups and shows five scores with their figures', async () => {
  answer({})
  await renderAt('/secretaries/inspections/inspection-1')
  const interviews = await screen.findByRole('region', { name: '谈话' })
  expect(interviews).toHaveTextContent('班子成员3 人 已谈党员12 人 已谈群众0 人 还没有谈')
  expect(interviews).toHaveTextContent('只有工委干部和工委领导可以看')
  const scores = screen.getByRole('table', { name: '五个方面的评分' })
  expect(within(scores).getByRole('row', { name: /德/ })).toHaveTextContent('92.5')
  expect(within(scores).getByRole('row', { name: /廉/ })).toHaveTextContent('未评')
})

test('saves as somebody types, each time on the latest version, and says when', async () => {
  const saved = answer({})
  await renderAt('/secretaries/inspections/inspection-1')
  const user = userEvent.setup({ delay: null })
  await user.type(await screen.findByRole('textbox', { name: '主要优点' }), '务实')
  expect(screen.getByText('有改动，稍后保存')).toBeVisible()
  expect(await screen.findByText(/^已保存 \d+年/)).toBeVisible()
  await user.type(screen.getByRole('spinbutton', { name: '能评分（0–100）' }), '88')
  await user.click(screen.getByRole('textbox', { name: '能评价' }))
  await user.paste('熟悉业务')
  const facets = {
    integrity: { score: '92.5', text: '作风正派' },
    ability: { score: '88', text: '熟悉业务' },
    diligence: null,
    achievement: null,
    probity: null,
  }
  await waitFor(() => expect(saved.at(-1)?.[1]).toEqual({ facets }))
  expect(saved[0]).toEqual(['"5"', { strengths: '务实' }])
  expect(saved.map(([version]) => version)).toEqual(saved.map((_, place) => `"${5 + place}"`))
})

test('what could not be saved stays and is sent again', async () => {
  const saved = answer({})
  server.use(
    http.patch('*/api/v1/inspections/inspection-1', () => problem(500, 'internal', '服务器出错'), {
      once: true,
    }),
  )
  await renderAt('/secretaries/inspections/inspection-1')
  await userEvent.type(await screen.findByRole('textbox', { name: '不足' }), '急')
  expect(await screen.findByRole('alert')).toHaveTextContent('服务器出错')
  expect(screen.getByRole('textbox', { name: '不足' })).toHaveValue('急')
  await userEvent.click(screen.getByRole('button', { name: '重试' }))
  expect(await screen.findByText(/^已保存/)).toBeVisible()
  expect(saved).toEqual([['"5"', { shortcomings: '急' }]])
})

test('writes on top of what somebody else of the team has written elsewhere', async () => {
  const saved = answer({})
  server.use(
    http.get('*/api/v1/inspections/inspection-1', () => HttpResponse.json(inspectionBody()), { once: true }),
    http.get('*/api/v1/inspections/inspection-1', () =>
      HttpResponse.json(inspectionBody({ version: 8, shortcomings: '他人所写' })),
    ),
    http.patch('*/api/v1/inspections/inspection-1', () => problem(412, 'stale', '已被修改'), { once: true }),
  )
  await renderAt('/secretaries/inspections/inspection-1')
  await userEvent.type(await screen.findByRole('textbox', { name: '主要优点' }), '务')
  expect(await screen.findByText(/^已保存/)).toBeVisible()
  expect(saved).toEqual([['"8"', { strengths: '务' }]])
})

const THEIRS = {
  version: 8,
  strengths: '他人所写的优点',
  shortcomings: '他人所写的不足',
  facets: { integrity: { score: '80', text: '他人的评价' } },
  team: [{ name: '沈立群', title: '组织科科长', leader: true }],
}

test('shows what somebody else of the team wrote when one comes back to the page', async () => {
  answer({})
  await renderAt('/secretaries/inspections/inspection-1')
  await screen.findByRole('textbox', { name: '不足' })
  answer(THEIRS)
  window.dispatchEvent(new Event('visibilitychange'))
  await waitFor(() => expect(screen.getByRole('textbox', { name: '不足' })).toHaveValue('他人所写的不足'))
  expect(screen.getByRole('spinbutton', { name: '德评分（0–100）' })).toHaveValue('80.0')
  expect(screen.getByRole('textbox', { name: '德评价' })).toHaveValue('他人的评价')
  expect(screen.getAllByRole('textbox', { name: '姓名' }).map((name) => name.getAttribute('value'))).toEqual([
    '沈立群',
  ])
})

test('shows what somebody else of the team wrote after a save, except where one is writing oneself', async () => {
  answer({})
  await renderAt('/secretaries/inspections/inspection-1')
  const mine = await screen.findByRole('textbox', { name: '主要优点' })
  const conclusion = screen.getByRole('textbox', { name: '考察结论' })
  let keep = () => {}
  const kept = new Promise<void>((resolve) => {
    keep = resolve
  })
  let saves = 0
  server.use(
    http.patch('*/api/v1/inspections/inspection-1', async () => {
      saves += 1
      await kept
      return HttpResponse.json(inspectionBody({ ...THEIRS, conclusion: '合' }))
    }),
  )
  const user = userEvent.setup({ delay: null })
  await user.type(conclusion, '合')
  await waitFor(() => expect(saves).toBe(1))
  await user.type(mine, '务')
  keep()
  await waitFor(() => expect(screen.getByRole('textbox', { name: '不足' })).toHaveValue('他人所写的不足'))
  expect(mine).toHaveValue('务')
  expect(conclusion).toHaveValue('合')
})

test('the same part written by two is not overwritten', async () => {
  answer({})
  let tries = 0
  server.use(
    http.get('*/api/v1/inspections/inspection-1', () => HttpResponse.json(inspectionBody()), { once: true }),
    http.get('*/api/v1/inspections/inspection-1', () =>
      HttpResponse.json(inspectionBody({ version: 8, strengths: '他人所写' })),
    ),
    http.patch('*/api/v1/inspections/inspection-1', () => {
      tries += 1
      return problem(412, 'stale', '已被修改')
    }),
  )
  const { unmount } = await renderAt('/secretaries/inspections/inspection-1')
  const field = await screen.findByRole('textbox', { name: '主要优点' })
  await userEvent.type(field, '务')
  expect(await screen.findByRole('alert')).toHaveTextContent('这条记录已被他人修改')
  expect(field).toHaveValue('务')
  expect(tries).toBe(1)
  // Whoever leaves the page tries once more.
  unmount()
  await waitFor(() => expect(tries).toBe(2))
})

test('enters one interview after another by keyboard; group and day stay', async () => {
  answer({})
  const sent: unknown[] = []
  server.use(
    http.post('*/api/v1/inspections/inspection-1/interviews', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json(interviewBody(), { status: 201 })
    }),
  )
  await renderAt('/secretaries/inspections/inspection-1')
  const user = userEvent.setup({ delay: null })
  await user.click(within(await screen.findByRole('radiogroup', { name: '谈话对象类别' })).getByText('党员'))
  const who = screen.getByRole('textbox', { name: '谈话对象' })
  await user.type(who, '孙丽{Enter}')
  expect(await screen.findByText('已记下 1')).toBeVisible()
  expect(who).toHaveFocus()
  expect(who).toHaveValue('')
  await user.type(screen.getByRole('textbox', { name: '谈话内容' }), '好{Control>}{Enter}{/Control}')
  expect(await screen.findByText('已记下 2')).toBeVisible()
  expect(sent).toEqual([
    { group: 'members', held_on: '2026-11-22', people: 1, interviewee: '孙丽', notes: null },
    { group: 'members', held_on: '2026-11-22', people: 1, interviewee: null, notes: '好' },
  ])
})

test('what is typed while an interview is being kept stays for the next one', async () => {
  answer({})
  let keep = () => {}
  const kept = new Promise<void>((resolve) => {
    keep = resolve
  })
  let sent = 0
  server.use(
    http.post('*/api/v1/inspections/inspection-1/interviews', async () => {
      sent += 1
      await kept
      return HttpResponse.json(interviewBody(), { status: 201 })
    }),
  )
  await renderAt('/secretaries/inspections/inspection-1')
  const user = userEvent.setup({ delay: null })
  const who = await screen.findByRole('textbox', { name: '谈话对象' })
  const notes = screen.getByRole('textbox', { name: '谈话内容' })
  await user.type(who, '孙丽{Enter}')
  await user.type(notes, '下一位说的{Control>}{Enter}{/Control}')
  keep()
  expect(await screen.findByText('已记下 1')).toBeVisible()
  expect(who).toHaveValue('')
  expect(notes).toHaveValue('下一位说的')
  expect(notes).toHaveFocus()
  expect(sent).toBe(1)
})

test('changes an interview on the version that was read', async () => {
  answer({})
  const sent: unknown[] = []
  server.use(
    http.patch('*/api/v1/inspections/inspection-1/interviews/interview-1', async ({ request }) => {
      sent.push(request.headers.get('If-Match'), await request.json())
      return HttpResponse.json(interviewBody())
    }),
  )
  await renderAt('/secretaries/inspections/inspection-1')
  const user = userEvent.setup({ delay: null })
  const row = await screen.findByRole('row', { name: /李局长/ })
  await user.click(within(row).getByRole('button', { name: '修改' }))
  const dialog = await screen.findByRole('dialog')
  const people = within(dialog).getByRole('spinbutton', { name: '人数' })
  await user.clear(people)
  await user.type(people, '2')
  await user.click(within(dialog).getByRole('button', { name: '保存' }))
  expect(await screen.findByText('已保存')).toBeVisible()
  expect(sent).toEqual([
    '"1"',
    { group: 'leaders', held_on: '2026-10-21', people: 2, interviewee: '李局长', notes: '工作扎实' },
  ])
})

test('deletes an interview after asking once', async () => {
  answer({})
  let isGone = false
  server.use(
    http.delete('*/api/v1/inspections/inspection-1/interviews/interview-1', () => {
      isGone = true
      return new HttpResponse(null, { status: 204 })
    }),
  )
  await renderAt('/secretaries/inspections/inspection-1')
  const row = await screen.findByRole('row', { name: /李局长/ })
  await userEvent.click(within(row).getByRole('button', { name: '删除' }))
  const dialog = await screen.findByRole('dialog')
  expect(dialog).toHaveTextContent('删除这次谈话记录？')
  await userEvent.click(within(dialog).getByRole('button', { name: '删除' }))
  await waitFor(() => expect(isGone).toBe(true))
})

test('a report that is not whole says what is missing', async () => {
  answer({})
  server.use(
    http.post('*/api/v1/inspections/inspection-1/actions/report', () =>
      problem(409, 'inspection_incomplete', '考察材料不完整', {
        detail: '考察报告还缺 2 项内容：考察组至少两人、与群众的谈话。请补齐后再提交。',
        errors: [{ pointer: '/team', code: 'missing', message: '考察组至少两人' }],
      }),
    ),
  )
  await renderAt('/secretaries/inspections/inspection-1')
  await userEvent.click(await screen.findByRole('button', { name: '提交考察报告' }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.click(within(dialog).getByRole('button', { name: '提交考察报告' }))
  expect(await within(dialog).findByRole('alert')).toHaveTextContent('考察组至少两人、与群众的谈话')
})

test('who may not read the notes sees counts, no list and no fields', async () => {
  answer({ state: 'reported', allowed_actions: [], strengths: '务实' }, LEADER)
  await renderAt('/secretaries/inspections/inspection-1')
  const interviews = await screen.findByRole('region', { name: '谈话' })
  expect(interviews).toHaveTextContent('您看到的是人数')
  expect(screen.getByText('务实')).toBeVisible()
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(screen.queryByText('李局长')).toBeNull()
})

test('the leader concludes, seeing the finding', async () => {
  answer({ state: 'reported', allowed_actions: ['return', 'conclude'], finding: 'suitable' }, [
    ...LEADER,
    'inspection_notes.read',
  ])
  let isConcluded = false
  server.use(
    http.post('*/api/v1/inspections/inspection-1/actions/conclude', () => {
      isConcluded = true
      return HttpResponse.json(inspectionBody({ state: 'concluded' }))
    }),
  )
  await renderAt('/secretaries/inspections/inspection-1')
  expect(await screen.findByText('报告已提交，待明州区直机关工委作出结论。')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '作出结论' }))
  const dialog = await screen.findByRole('dialog')
  expect(dialog).toHaveTextContent('结论：合适。')
  await userEvent.click(within(dialog).getByRole('button', { name: '作出结论' }))
  expect(await screen.findByText('已作出结论')).toBeVisible()
  expect(isConcluded).toBe(true)
})
