import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { problem, renderAt, server, signedIn } from '../support/desk'
import {
  AT_FINANCE,
  commentBody,
  listOf,
  NO_HISTORY,
  RUNS,
  reportBody,
  roundBody,
  WRITES,
} from './duty-bodies'

const HANDED_IN = {
  state: 'submitted',
  allowed_actions: ['return', 'accept'],
  editable: false,
  submitted_at: '2026-11-20T02:00:00Z',
  first_submitted_at: '2026-11-20T02:00:00Z',
  sections: {
    duties: [
      { text: '坚持第一议题制度。', fact: null, standing: null },
      { text: '本年到期任务 6 项', fact: 'tasks', standing: 'as_in_system' },
    ],
  },
}

const ANCHORED = commentBody({
  on_site: false,
  section_key: 'duties',
  paragraph: 1,
  quote: '本年到期任务 6 项',
  text: '逾期的要说明原因',
})

function answer(
  differences: object = {},
  comments: readonly object[] = [],
  permissions: readonly string[] = RUNS,
) {
  const sent: unknown[] = []
  server.use(
    ...signedIn({ permissions }),
    http.get('*/api/v1/duty-reports/report-1', () =>
      HttpResponse.json(reportBody({ ...HANDED_IN, ...differences })),
    ),
    http.get('*/api/v1/duty-reports/report-1/comments', () => HttpResponse.json({ items: comments })),
    http.get('*/api/v1/duty-rounds/round-1', () => HttpResponse.json(roundBody())),
    http.post('*/api/v1/duty-reports/report-1/comments', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json(ANCHORED, { status: 201 })
    }),
    http.post('*/api/v1/duty-reports/report-1/actions/:action', async ({ request, params }) => {
      sent.push([params.action, await request.json()])
      return HttpResponse.json(reportBody({ ...HANDED_IN, ...differences }))
    }),
    http.post('*/api/v1/duty-comments/comment-1/actions/:action', async ({ request, params }) => {
      sent.push([params.action, await request.json()])
      return HttpResponse.json(ANCHORED)
    }),
    NO_HISTORY,
  )
  return sent
}

test('a comment is noted on the paragraph that it is about', async () => {
  const sent = answer()
  await renderAt('/duty/reports/report-1')
  await userEvent.click(await screen.findByRole('button', { name: '点评这一段：本年到期任务 6 项' }))
  const form = screen.getByRole('region', { name: '点评' })
  expect(form).toHaveTextContent('本年到期任务 6 项')
  await userEvent.click(within(form).getByText('要求'))
  await userEvent.type(within(form).getByRole('textbox', { name: '点评内容' }), '逾期的要说明原因')
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  expect(await screen.findByText('已记下，发出前只有您能看到')).toBeVisible()
  expect(sent).toEqual([
    { kind: 'demand', text: '逾期的要说明原因', on_site: false, section_key: 'duties', paragraph: 1 },
  ])
})

test('a quotation is marked as from the system only where it says what the system says', async () => {
  const quotation = { text: '本年到期任务 500 项', fact: 'tasks' }
  answer({
    sections: {
      duties: [
        ...HANDED_IN.sections.duties,
        { ...quotation, standing: 'differs' },
        { text: '谈话 3 次', fact: 'talks', standing: 'not_compared' },
      ],
    },
  })
  await renderAt('/duty/reports/report-1')
  const paragraph = async (text: string) => (await screen.findByText(text)).closest('p')?.textContent
  expect(await paragraph('坚持第一议题制度。')).toBe('坚持第一议题制度。')
  expect(await paragraph('本年到期任务 6 项')).toBe('本年到期任务 6 项系统数据')
  expect(await paragraph('本年到期任务 500 项')).toBe(
    '本年到期任务 500 项引自系统数据，文字与系统现有数据不同',
  )
  expect(await paragraph('谈话 3 次')).toBe('谈话 3 次注明引自系统数据')
})

test('sends it back with a reason, and says that the comments go with it', async () => {
  const sent = answer({}, [ANCHORED])
  await renderAt('/duty/reports/report-1')
  await userEvent.click(await screen.findByRole('button', { name: '退回修改' }))
  const dialog = await screen.findByRole('dialog')
  expect(dialog).toHaveTextContent('您对段落写的点评会一并发给对方。')
  await userEvent.type(within(dialog).getByRole('textbox', { name: '原因' }), '数据不全')
  await userEvent.click(within(dialog).getByRole('button', { name: '退回修改' }))
  expect(await screen.findByText('已退回，对方会看到原因和点评')).toBeVisible()
  expect(sent).toEqual([['return', { reason: '数据不全' }]])
})

test('accepts it in words', async () => {
  const sent = answer()
  await renderAt('/duty/reports/report-1')
  await userEvent.click(await screen.findByRole('button', { name: '审核通过' }))
  const dialog = await screen.findByRole('dialog')
  expect(dialog).toHaveTextContent('通过张伟的述职报告？')
  await userEvent.click(within(dialog).getByRole('button', { name: '审核通过' }))
  expect(await screen.findByText('已通过')).toBeVisible()
  expect(sent).toEqual([['accept', {}]])
})

test('a problem that is released says that it becomes a task', async () => {
  const sent = answer({}, [ANCHORED])
  await renderAt('/duty/reports/report-1')
  expect(await screen.findByText('王芳 · 履行党建责任情况 · 第 2 段 · 未发出，仅自己可见')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '发出' }))
  const dialog = await screen.findByRole('dialog')
  expect(dialog).toHaveTextContent('并生成一项整改任务')
  await userEvent.click(within(dialog).getByRole('button', { name: '发出' }))
  expect(await screen.findByText('已发出')).toBeVisible()
  expect(sent).toEqual([['release', {}]])
})

test('whoever reports reads the released comment with its task, and writes none', async () => {
  answer(
    { organises: false, allowed_actions: [] },
    [
      commentBody({
        state: 'released',
        allowed_actions: [],
        own: false,
        due_on: '2026-12-20',
        released_at: '2026-11-20T02:00:00Z',
        task_id: 'task-1',
      }),
    ],
    [...WRITES, 'duty_comments.write'],
  )
  server.use(
    ...signedIn({
      permissions: [...WRITES, 'duty_comments.write'],
      assignment: AT_FINANCE,
      assignments: [AT_FINANCE],
    }),
  )
  await renderAt('/duty/reports/report-1')
  expect(await screen.findByText('调研不够深入')).toBeVisible()
  expect(screen.getByText(/2026年12月20日 前整改/)).toBeVisible()
  expect(screen.getByRole('link', { name: '查看整改任务' })).toHaveAttribute('href', '/tasks/task-1')
  expect(screen.queryByRole('button', { name: /点评这一段/ })).toBeNull()
})

test('a draft of somebody else is not shown', async () => {
  answer({ state: 'draft', allowed_actions: [], text_withheld: true, sections: {}, facts: [] })
  await renderAt('/duty/reports/report-1')
  expect(await screen.findByText('报告还没有提交，正文只有撰写的党组织能看到。')).toBeVisible()
  expect(screen.queryByRole('button', { name: '下载 Word' })).toBeNull()
})

test('the print is asked for in its format', async () => {
  answer()
  const asked: string[] = []
  server.use(
    http.get('*/api/v1/duty-reports/report-1/document', ({ request }) => {
      asked.push(new URL(request.url).search)
      return problem(503, 'printing_busy', '正在排队', { detail: '请稍后再试。' })
    }),
  )
  await renderAt('/duty/reports/report-1')
  await userEvent.click(await screen.findByRole('button', { name: '下载 PDF' }))
  expect(await screen.findByText('请稍后再试。')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '下载 Word' }))
  await expect.poll(() => asked).toEqual(['?format=pdf', '?format=docx'])
})

test('the list finds reports by their state', async () => {
  const asked: (string | null)[] = []
  server.use(
    ...signedIn({ permissions: RUNS }),
    http.get('*/api/v1/organisations/tree', () => HttpResponse.json({ items: [] })),
    http.get('*/api/v1/duty-reports', ({ request }) => {
      asked.push(new URL(request.url).searchParams.get('state'))
      return listOf(reportBody({ ...HANDED_IN, late: true }))
    }),
  )
  await renderAt('/duty/reports?state=submitted')
  expect(await screen.findByRole('link', { name: '张伟' })).toHaveAttribute('href', '/duty/reports/report-1')
  expect(screen.getByText('逾期提交')).toBeVisible()
  expect(asked).toEqual(['submitted'])
})
