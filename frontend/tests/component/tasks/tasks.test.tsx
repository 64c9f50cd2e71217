import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { problem, renderAt, server, signedIn } from '../support/desk'
import { enterDate } from '../support/enter-date'

const TASK = {
  id: 'task-1',
  version: 2,
  state: 'in_progress',
  allowed_actions: ['submit'],
  created_at: '2026-11-01T00:00:00Z',
  updated_at: '2026-11-02T00:00:00Z',
  organisation_id: 'organisation-1',
  organisation_name: '第一党支部',
  title: '整改台账',
  detail: '逐项整改',
  origin: null,
  moves_with_record: false,
  due_on: '2026-11-20',
  original_due_on: '2026-11-10',
  late: true,
  responsible_user_id: null,
  responsible_name: null,
  given_by: 'user-5',
  given_by_label: '周明远',
  done_by: null,
  done_on: null,
  verified_by: null,
  verified_on: null,
  evidence: '',
  evidence_file_ids: [],
}

const WORKS = ['tasks.read', 'tasks.work', 'tasks.write', 'tasks.verify', 'files.read', 'files.write']

function answerTask(task: object = {}, permissions: readonly string[] = WORKS) {
  server.use(
    ...signedIn({ permissions }),
    http.get('*/api/v1/tasks/task-1', () => HttpResponse.json({ ...TASK, ...task })),
  )
}

function answerList(asked: URLSearchParams[], permissions: readonly string[] = WORKS) {
  server.use(
    ...signedIn({ permissions }),
    http.get('*/api/v1/tasks', ({ request }) => {
      asked.push(new URL(request.url).searchParams)
      return HttpResponse.json({ items: [TASK], next_cursor: null, total: 1 })
    }),
  )
}

test('lists what is owed with its first date and how late it is', async () => {
  const asked: URLSearchParams[] = []
  answerList(asked)
  await renderAt('/tasks')
  const row = await screen.findByRole('row', { name: /整改台账/ })
  expect(row).toHaveTextContent('2026年11月20日原定 2026年11月10日 逾期 2 天')
  expect(row).toHaveTextContent('第一党支部未指定到人周明远直接交办')
  expect(asked[0]?.get('mine')).toBe('owed')
})

test('the view stands in the address and asks the server for it', async () => {
  const asked: URLSearchParams[] = []
  answerList(asked)
  const { router } = await renderAt('/tasks')
  await screen.findByRole('row', { name: /整改台账/ })
  await userEvent.click(screen.getByRole('link', { name: '已逾期' }))
  await screen.findByRole('row', { name: /整改台账/ })
  expect(router.state.location.search).toEqual({ view: 'overdue' })
  expect([asked.at(-1)?.get('overdue'), asked.at(-1)?.get('mine')]).toEqual(['true', null])
})

test('done late stays said, with what was done and how many files prove it', async () => {
  server.use(
    ...signedIn({ permissions: WORKS }),
    http.get('*/api/v1/tasks', () =>
      HttpResponse.json({
        items: [
          {
            ...TASK,
            state: 'verified',
            done_on: '2026-11-21',
            evidence: '已逐项整改',
            evidence_file_ids: ['file-1', 'file-2'],
          },
        ],
        next_cursor: null,
        total: 1,
      }),
    ),
  )
  await renderAt('/tasks?view=given')
  const row = await screen.findByRole('row', { name: /整改台账/ })
  expect(row).toHaveTextContent('2026年11月20日原定 2026年11月10日 逾期 1 天办结')
  expect(screen.getByRole('link', { name: '我交办的' })).toHaveAttribute('aria-current', 'page')
  await renderAt('/tasks?view=to_verify')
  const toVerify = await screen.findByRole('row', { name: /整改台账.*2 个文件/ })
  expect(toVerify).toHaveTextContent('已逐项整改 2 个文件')
})

test('who only verifies begins with what waits for that', async () => {
  const asked: URLSearchParams[] = []
  answerList(asked, ['tasks.read', 'tasks.verify'])
  await renderAt('/tasks')
  await screen.findByRole('row', { name: /整改台账/ })
  expect(asked[0]?.get('mine')).toBe('to_verify')
})

test('submits evidence with an uploaded file', async () => {
  answerTask()
  let sent: unknown
  let uploaded: readonly [string, string] | undefined
  server.use(
    http.post('*/api/v1/files', async ({ request }) => {
      const form = await request.formData()
      const file = form.get('file')
      uploaded = [file instanceof File ? file.name : '', String(form.get('organisation_id'))]
      return HttpResponse.json({ id: 'file-1', version: 1, name: '会议记录.pdf' }, { status: 201 })
    }),
    http.post('*/api/v1/tasks/task-1/actions/submit', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ ...TASK, state: 'submitted' })
    }),
  )
  await renderAt('/tasks/task-1')
  const file = new File(['%PDF-1.7'], 'minutes.pdf', { type: 'application/pdf' })
  await userEvent.upload(await screen.findByLabelText('添加文件', { selector: 'input' }), file)
  expect(await screen.findByRole('button', { name: '会议记录.pdf' })).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '提交核实' }))
  expect(await screen.findByText('请写明办理情况')).toBeVisible()
  await userEvent.type(screen.getByRole('textbox', { name: '办了什么、结果如何' }), '已整改')
  await userEvent.click(screen.getByRole('button', { name: '提交核实' }))
  expect(await screen.findByText('已提交，待核实')).toBeVisible()
  expect(uploaded).toEqual(['minutes.pdf', 'organisation-1'])
  expect(sent).toEqual({ evidence: '已整改', evidence_file_ids: ['file-1'] })
})

test('who may not submit saves the evidence for the secretary', async () => {
  answerTask({ allowed_actions: [] }, ['tasks.read', 'tasks.work'])
  let version: string | null = null
  server.use(
    http.patch('*/api/v1/tasks/task-1', ({ request }) => {
      version = request.headers.get('If-Match')
      return HttpResponse.json(TASK)
    }),
  )
  await renderAt('/tasks/task-1')
  expect(await screen.findByText('填写后请本组织书记提交。')).toBeVisible()
  expect(screen.queryByRole('button', { name: '提交核实' })).toBeNull()
  await userEvent.type(screen.getByRole('textbox', { name: '办了什么、结果如何' }), '草稿')
  await userEvent.click(screen.getByRole('button', { name: '保存' }))
  expect(await screen.findByText('已保存')).toBeVisible()
  expect(version).toBe('"2"')
})

test('verifies, or sends back with a reason', async () => {
  answerTask({ state: 'submitted', allowed_actions: ['verify', 'reject'], evidence: '已办' })
  let sent: unknown
  server.use(
    http.post('*/api/v1/tasks/task-1/actions/reject', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json(TASK)
    }),
  )
  await renderAt('/tasks/task-1')
  expect(await screen.findByRole('button', { name: '核实销号' })).toBeEnabled()
  await userEvent.click(screen.getByRole('button', { name: '退回重办' }))
  const dialog = await screen.findByRole('dialog')
  expect(dialog).toHaveTextContent('退回“整改台账”？')
  await userEvent.type(within(dialog).getByRole('textbox', { name: '原因' }), '缺签字')
  await userEvent.click(within(dialog).getByRole('button', { name: '退回重办' }))
  expect(await screen.findByText('已退回')).toBeVisible()
  expect(sent).toEqual({ reason: '缺签字' })
})

test('says why the submitter cannot verify', async () => {
  answerTask({ state: 'submitted', allowed_actions: [], done_by: 'user-1', done_on: '2026-11-21' })
  await renderAt('/tasks/task-1')
  expect(await screen.findByText('任务由您本人提交，须由另一人核实。')).toBeVisible()
  expect(screen.queryByRole('button', { name: '核实销号' })).toBeNull()
})

test('an extension that the server refuses is told under its field', async () => {
  answerTask({ state: 'open', allowed_actions: ['extend'] })
  server.use(
    http.post('*/api/v1/tasks/task-1/actions/extend', () =>
      problem(422, 'malformed', '内容有误', {
        errors: [{ pointer: '/reason', code: 'too_long', message: '原因过长' }],
      }),
    ),
    http.get('*/api/v1/tasks', () => HttpResponse.json({ items: [], next_cursor: null, total: 0 })),
  )
  await renderAt('/tasks/task-1')
  await userEvent.click(await screen.findByRole('button', { name: '延期' }))
  const dialog = await screen.findByRole('dialog')
  expect(dialog).toHaveTextContent('延长“整改台账”的期限')
  expect(dialog).toHaveTextContent('现在的期限是 2026年11月20日')
  const date = within(dialog).getByRole('textbox', { name: '新期限' })
  await enterDate(date, '2026-11-01')
  await userEvent.type(within(dialog).getByRole('textbox', { name: '原因' }), '推迟')
  await userEvent.click(within(dialog).getByRole('button', { name: '延期' }))
  expect(await within(dialog).findByText('须晚于现在的期限')).toBeVisible()
  await enterDate(date, '2026-12-01')
  await userEvent.click(within(dialog).getByRole('button', { name: '延期' }))
  expect(await within(dialog).findByText('原因过长')).toBeVisible()
})

test('a task that cannot be loaded offers another try', async () => {
  server.use(
    ...signedIn({ permissions: WORKS }),
    http.get('*/api/v1/tasks/task-1', () =>
      problem(503, 'unavailable', '服务暂时不可用', { detail: '请稍后再试' }),
    ),
  )
  await renderAt('/tasks/task-1')
  expect(await screen.findByRole('alert')).toHaveTextContent('服务暂时不可用请稍后再试')
  answerTask()
  await userEvent.click(screen.getByRole('button', { name: '重试' }))
  expect(await screen.findByRole('heading', { level: 1, name: '整改台账' })).toBeVisible()
})

test('a task that moves with its record leads to the record, and is not worked on here', async () => {
  answerTask({ allowed_actions: [], moves_with_record: true, origin: { type: 'talk', id: 'talk-1' } })
  await renderAt('/tasks/task-1')
  expect(await screen.findByRole('link', { name: '打开来源：谈话' })).toHaveAttribute(
    'href',
    '/secretaries/talks/talk-1',
  )
  expect(screen.queryByRole('textbox', { name: '办了什么、结果如何' })).not.toBeInTheDocument()
})
