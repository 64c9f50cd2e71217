import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { problem, renderAt, server, signedIn } from '../support/desk'
import { AT_FINANCE, listOf, NO_HISTORY, reportBody, TASKS_FACT, WRITES } from './duty-bodies'

interface Change {
  readonly sections?: Record<string, { text: string; fact: string | null }[]>
  readonly file_ids?: string[]
}

/** Another report each time: what a page could not save as it was closed is sent after its test. */
let reports = 0

/** A report that is kept as it is saved; `fail` refuses the next saving. */
function answer(differences: object = {}, permissions: readonly string[] = WRITES) {
  reports += 1
  const id = `report-${reports}`
  const path = `*/api/v1/duty-reports/${id}`
  const world = {
    id,
    path,
    page: `/duty/reports/${id}`,
    report: reportBody({ id, ...differences }),
    sent: [] as unknown[],
    fail: null as (() => Response) | null,
  }
  server.use(
    ...signedIn({ permissions, assignment: AT_FINANCE, assignments: [AT_FINANCE] }),
    http.get(path, () => HttpResponse.json(world.report)),
    http.get(`${path}/comments`, () => HttpResponse.json({ items: [] })),
    http.patch<never, Change>(path, async ({ request }) => {
      const change = await request.json()
      world.sent.push([request.headers.get('If-Match'), change])
      if (world.fail !== null) return world.fail()
      if (request.headers.get('If-Match') !== `"${world.report.version}"`)
        return problem(412, 'stale', '已变')
      const { version, sections } = world.report
      world.report = {
        ...world.report,
        version: version + 1,
        sections: { ...sections, ...change.sections },
        saved_at: '2026-11-22T06:40:00Z',
      }
      return HttpResponse.json({ ...world.report, facts: null })
    }),
    NO_HISTORY,
  )
  return world
}

const duties = () => screen.findByRole('textbox', { name: '履行党建责任情况' })

async function append(text: string) {
  const field = await duties()
  await userEvent.click(field)
  await userEvent.paste(text)
}

test('saves by itself and says when', async () => {
  const world = answer()
  await renderAt(world.page)
  expect(await screen.findByText('已保存 14:32')).toBeVisible()
  await append('全年学习十二次。')
  expect(screen.getByText('有改动，马上保存')).toBeVisible()
  expect(await screen.findByText('已保存 14:40')).toBeVisible()
  expect(world.sent).toEqual([
    ['"3"', { sections: { duties: [{ text: '坚持第一议题制度。全年学习十二次。', fact: null }] } }],
  ])
  expect(localStorage.getItem(`gongwei.duty-report.user-1.${world.id}`)).toBeNull()
})

test('a fact is inserted after the paragraph with one click, and stays marked', async () => {
  const world = answer()
  await renderAt(world.page)
  await append('')
  // There is no room beside the text here: the facts are opened over it.
  await userEvent.click(screen.getByRole('button', { name: '数据和点评' }))
  await userEvent.click(await screen.findByRole('button', { name: '插入“任务完成情况”' }))
  expect(screen.getByText('系统数据 · 任务完成情况')).toBeVisible()
  await waitFor(() =>
    expect(world.report.sections).toEqual({
      duties: [
        { text: '坚持第一议题制度。', fact: null },
        { text: TASKS_FACT.value, fact: 'tasks' },
      ],
    }),
  )
  await userEvent.click(screen.getByRole('button', { name: '移除系统数据“任务完成情况”' }))
  expect(screen.queryByText('系统数据 · 任务完成情况')).toBeNull()
})

test('a quotation that is not what the system says is told from one that is, and can be renewed', async () => {
  const quotation = { text: '本年到期任务 500 项', fact: 'tasks', standing: 'differs' }
  const world = answer({ sections: { duties: [quotation] } })
  await renderAt(world.page)
  expect(await screen.findByText('引自系统数据，文字与系统现有数据不同 · 任务完成情况')).toBeVisible()
  expect(screen.queryByText('系统数据 · 任务完成情况')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: '换成系统现有数据' }))
  expect(screen.queryByText('本年到期任务 500 项')).toBeNull()
  expect(screen.getByText(TASKS_FACT.value)).toBeVisible()
  expect(screen.getByText('系统数据 · 任务完成情况')).toBeVisible()
})

test('a fact that was quoted in the other language stands as the system said it', async () => {
  const english = { text: '6 tasks of the year', fact: 'tasks', standing: 'as_in_system' }
  const world = answer({ sections: { duties: [english] } })
  await renderAt(world.page)
  expect(await screen.findByText('系统数据 · 任务完成情况')).toBeVisible()
  expect(screen.queryByRole('button', { name: '换成系统现有数据' })).toBeNull()
})

test('length is advice', async () => {
  const world = answer()
  await renderAt(world.page)
  expect(await screen.findByText('9 字 · 建议约 1,500 字')).toBeVisible()
  await append('好'.repeat(2000))
  expect(screen.getByText('2,009 字 · 建议约 1,500 字')).toBeVisible()
  expect(screen.getByText('比建议长不少')).toBeVisible()
})

test('without a network the text is kept in this browser, and brought back by the next visit', async () => {
  const world = answer()
  world.fail = () => HttpResponse.error() as Response
  const { unmount } = await renderAt(world.page)
  await append('未发出的话。')
  expect(await screen.findByText('没有网络，已存在本机，联网后自动保存')).toBeVisible()
  unmount()
  await waitFor(() => expect(world.sent.length).toBeGreaterThan(1))
  world.fail = null
  await renderAt(world.page)
  expect(await duties()).toHaveValue('坚持第一议题制度。未发出的话。')
  expect(screen.getByText(/已恢复这台电脑上 .* 没来得及保存的文字/)).toBeVisible()
  expect(await screen.findByText('已保存 14:40')).toBeVisible()
})

test('when the session ends the dialog stands over the text, which is saved after signing in', async () => {
  const world = answer()
  await renderAt(world.page)
  await duties()
  world.fail = () => problem(401, 'session_ended', '请登录')
  server.use(http.post('*/api/v1/auth/refresh', () => problem(401, 'session_ended', '请登录')))
  await append('最后一句。')
  const dialog = await screen.findByRole('dialog')
  expect(screen.getByText('登录已过期，文字已存在本机，重新登录后自动保存')).toBeInTheDocument()
  expect(screen.getByDisplayValue('坚持第一议题制度。最后一句。')).toBeInTheDocument()
  world.fail = null
  server.use(
    http.post('*/api/v1/auth/token', () =>
      HttpResponse.json({
        access_token: 'token-2',
        token_type: 'Bearer',
        expires_in: 600,
        assignment_id: AT_FINANCE.id,
      }),
    ),
  )
  await userEvent.type(await within(dialog).findByLabelText('密码'), 'Mingzhou#2026-x')
  await userEvent.click(within(dialog).getByRole('button', { name: '登录' }))
  expect(await screen.findByText('已保存 14:40')).toBeInTheDocument()
  expect(world.report.sections).toEqual({ duties: [{ text: '坚持第一议题制度。最后一句。', fact: null }] })
})

test('what somebody else saved in another section is taken in, and it says so', async () => {
  const world = answer()
  await renderAt(world.page)
  await duties()
  const plans = [{ text: '每季度下一次支部。', fact: null }]
  world.report = { ...world.report, version: 9, sections: { ...world.report.sections, plans } as never }
  await append('我的话。')
  expect(await screen.findByText('别人刚刚也修改了这份报告，改动已并入，您写的都在。')).toBeVisible()
  expect(screen.getByRole('textbox', { name: '下一步措施' })).toHaveValue('每季度下一次支部。')
  expect(world.report.sections).toEqual({
    duties: [{ text: '坚持第一议题制度。我的话。', fact: null }],
    plans,
  })
})

test('in the same section one chooses, and nothing is lost', async () => {
  const world = answer()
  await renderAt(world.page)
  await duties()
  world.report = { ...world.report, version: 9, sections: { duties: [{ text: '她改的。', fact: null }] } }
  await append('我的话。')
  expect(await screen.findByText(/别人刚刚也修改了“履行党建责任情况”/)).toBeVisible()
  expect(await duties()).toHaveValue('坚持第一议题制度。我的话。')
  await userEvent.click(screen.getByRole('button', { name: '两份都留下' }))
  expect(await screen.findByText('已保存 14:40')).toBeVisible()
  expect(await duties()).toHaveValue('她改的。\n坚持第一议题制度。我的话。')
})

test('submitting saves the last words first, and names sections that are empty', async () => {
  const world = answer()
  server.use(
    http.post(`${world.path}/actions/submit`, () => {
      world.sent.push('submit')
      world.report = reportBody({
        ...world.report,
        state: 'submitted',
        editable: false,
        allowed_actions: [],
        submitted_at: '2026-11-22T06:41:00Z',
        first_submitted_at: '2026-11-22T06:41:00Z',
      })
      return HttpResponse.json(world.report)
    }),
    http.get('*/api/v1/duty-rounds/round-1', () => problem(404, 'not_found', '没有找到')),
  )
  await renderAt(world.page)
  await append('最后一句。')
  await userEvent.click(screen.getByRole('button', { name: '提交述职报告' }))
  const dialog = await screen.findByRole('dialog')
  expect(dialog).toHaveTextContent('全文 14 字')
  expect(dialog).toHaveTextContent('还没有写：下一步措施')
  await userEvent.click(within(dialog).getByRole('button', { name: '提交述职报告' }))
  expect(await screen.findByText('述职报告已提交')).toBeVisible()
  expect(world.sent).toEqual([['"3"', expect.anything()], 'submit'])
  expect(await screen.findByText(/14:41 提交/)).toBeVisible()
})

test('after its day it says that it will be marked late', async () => {
  const world = answer({ round: { ...reportBody().round, report_due_on: '2026-11-20' } })
  await renderAt(world.page)
  expect(await screen.findByText(/已过 2 天，提交后会标明逾期/)).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '提交述职报告' }))
  expect(await screen.findByText('已过截止日期，会标明“逾期提交”。')).toBeVisible()
})

test('a clerk writes, and is told who submits', async () => {
  const world = answer(
    { organises: false, allowed_actions: [] },
    WRITES.filter((one) => one !== 'duty_reports.submit'),
  )
  await renderAt(world.page)
  expect(await screen.findByText('写好后由书记提交。')).toBeVisible()
  expect(screen.queryByRole('button', { name: '提交述职报告' })).toBeNull()
})

test('what came back says why, with the comments at its side', async () => {
  const world = answer({ state: 'returned' })
  server.use(
    http.get(`${world.path}/history`, () =>
      listOf({
        recorded_at: '2026-11-21T02:00:00Z',
        occurred_at: '2026-11-21T02:00:00Z',
        actor_label: '王芳',
        actor_role: 'committee_officer',
        action: 'duty_report.return',
        from_state: 'submitted',
        to_state: 'returned',
        reason: '数据不全',
        late: false,
        delay_minutes: 0,
        changes: null,
      }),
    ),
  )
  await renderAt(world.page)
  expect(await screen.findByText('被退回：数据不全')).toBeVisible()
})
