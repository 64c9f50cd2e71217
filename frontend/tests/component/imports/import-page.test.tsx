import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test, vi } from 'vitest'
import type { ImportOut } from '@/shared/api/schema.gen'
import { problem, renderAt, server, signedIn } from '../support/desk'
import { CHECKED, FAULTY, importBody, jobBody } from './import-bodies'

const FAULTS = [
  {
    row: 8,
    column: '身份证',
    column_index: 2,
    fault: 'check_digit',
    value: '500***0811',
    message: '校验码不对',
  },
  { row: 22, column: '姓名', column_index: 1, fault: 'required', value: '', message: '不能为空' },
]

/** Answers for one import that stands at `held.imported` now, and its last job at `held.job`. */
function answer(imported: ImportOut, job: object = jobBody({ state: 'succeeded' })) {
  const held = { imported, job }
  server.use(
    ...signedIn({ permissions: ['home.read', 'organisations.read', 'imports.prepare', 'imports.commit'] }),
    http.get('*/api/v1/imports/import-1', () => HttpResponse.json(held.imported)),
    http.get('*/api/v1/imports/import-1/faults', () =>
      HttpResponse.json({ items: FAULTS, next_cursor: null, total: 2 }),
    ),
    http.get('*/api/v1/imports/import-1/rows', () =>
      HttpResponse.json({
        items: [{ row: 4, outcome: 'new', values: { name: '余宁', identity_number: '500***7094' } }],
        next_cursor: null,
        total: 1,
      }),
    ),
    http.get('*/api/v1/jobs/job-1', () => HttpResponse.json(held.job)),
    http.get('*/api/v1/jobs/job-1/events', () => new HttpResponse('')),
  )
  return held
}

const fieldOf = (head: string) => screen.getByRole('combobox', { name: `“${head}”列导入为` })

test('shows the recognised columns, and checks once every required field has its column', async () => {
  const held = answer(importBody())
  const sent: unknown[] = []
  server.use(
    http.patch('*/api/v1/imports/import-1', async ({ request }) => {
      sent.push(request.headers.get('If-Match'), await request.json())
      return HttpResponse.json(importBody({ version: 2 }))
    }),
    http.post('*/api/v1/imports/import-1/actions/check', () => {
      sent.push('check')
      held.imported = importBody({ job_id: 'job-1', allowed_actions: [] })
      held.job = jobBody()
      return HttpResponse.json(held.imported, { status: 202 })
    }),
  )
  await renderAt('/imports/import-1')
  expect(await screen.findByText(/还没有哪一列对应：公民身份号码/)).toBeVisible()
  expect(screen.getByRole('button', { name: '检查' })).toBeDisabled()
  expect(screen.getByRole('row', { name: /姓名 余宁、侯燕/ })).toHaveTextContent(
    'B姓名余宁、侯燕姓名（必需）',
  )

  await userEvent.click(fieldOf('身份证'))
  const options = await screen.findAllByText('公民身份号码（必需）')
  await userEvent.click(options[options.length - 1] ?? document.body)
  expect(screen.queryByText(/还没有哪一列对应/)).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: '检查' }))
  expect(await screen.findByRole('heading', { name: '正在检查' })).toBeVisible()
  expect(await screen.findByText('正在读取并检查')).toBeVisible()
  expect(sent).toEqual(['"1"', { columns: [{ index: 2, field: 'identity_number' }] }, 'check'])
})

test('goes on from progress to the result by itself', async () => {
  const held = answer(importBody({ job_id: 'job-1', allowed_actions: [] }), jobBody())
  await renderAt('/imports/import-1')
  await waitFor(() =>
    expect(screen.getByRole('progressbar', { name: '正在检查' })).toHaveAttribute('aria-valuenow', '51'),
  )
  held.imported = importBody(CHECKED)
  held.job = jobBody({ state: 'succeeded' })
  expect(await screen.findByText('将新增 770 名党员，更新 7 名，2 名不变。')).toBeVisible()
})

test('says why a check did not come to its end, until the import is changed', async () => {
  const problemBody = {
    code: 'import_has_no_rows',
    title: '没有可导入的数据',
    detail: '表头下面没有数据行。',
    status: 409,
  }
  const job = jobBody({ state: 'failed', problem: problemBody, updated_at: '2026-11-22T01:05:00Z' })
  const held = answer(importBody({ job_id: 'job-1' }), job)
  const { queryClient } = await renderAt('/imports/import-1')
  expect(await screen.findByText('表头下面没有数据行。')).toBeVisible()
  held.imported = importBody({ job_id: 'job-1', version: 2, updated_at: '2026-11-22T01:06:00Z' })
  await queryClient.invalidateQueries({ queryKey: ['imports', 'import-1'] })
  await waitFor(() => expect(screen.queryByText('表头下面没有数据行。')).toBeNull())
})

test('lists faults by row and column in plain words, and counts them', async () => {
  answer(importBody(FAULTY))
  await renderAt('/imports/import-1')
  expect(await screen.findByText('发现 2 处错误，涉及 2 行，没有写入任何内容')).toBeVisible()
  const table = await screen.findByRole('region', { name: '错误' })
  await within(table).findByText('校验码不对')
  expect(
    within(table)
      .getAllByRole('row')
      .slice(-2)
      .map((row) => row.textContent),
  ).toEqual(['8C 身份证500***0811校验码不对', '22B 姓名（空）不能为空'])
  expect(screen.getByRole('region', { name: '检查结果' })).toHaveTextContent(
    '新增38有变化0无变化0有错误的行2',
  )
  expect(screen.queryByRole('button', { name: '写入' })).toBeNull()
})

test('downloads the marked workbook', async () => {
  answer(importBody(FAULTY))
  const asked: string[] = []
  server.use(
    http.get('*/api/v1/imports/import-1/marked-workbook', ({ request }) => {
      asked.push(request.headers.get('Accept-Language') ?? '')
      return new HttpResponse('workbook')
    }),
  )
  const saved = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
  await renderAt('/imports/import-1')
  await userEvent.click(await screen.findByRole('button', { name: '下载标注的工作簿' }))
  await waitFor(() => expect(saved).toHaveBeenCalledTimes(1))
  expect(asked).toEqual(['zh-CN'])
})

test('takes a mended workbook in one step: same columns, checked at once, the earlier import ends', async () => {
  const held = answer(importBody(FAULTY))
  const acts: unknown[] = []
  const mended = importBody({ id: 'import-2', file_name: '改好的.xlsx', version: 1 })
  const checking = { ...mended, job_id: 'job-1', allowed_actions: [] }
  server.use(
    http.post('*/api/v1/imports', () => {
      acts.push('upload')
      return HttpResponse.json(mended, { status: 201 })
    }),
    http.patch('*/api/v1/imports/import-2', async ({ request }) => {
      acts.push(await request.json())
      return HttpResponse.json({ ...mended, version: 2, missing: [] })
    }),
    http.post('*/api/v1/imports/:id/actions/:action', ({ params }) => {
      acts.push(`${params.action} ${params.id}`)
      if (params.action === 'check') {
        held.job = jobBody()
        return HttpResponse.json(checking, { status: 202 })
      }
      held.imported = importBody({ ...FAULTY, state: 'cancelled', allowed_actions: [] })
      return HttpResponse.json(held.imported)
    }),
    http.get('*/api/v1/imports/import-2', () => HttpResponse.json(checking)),
  )
  const { router } = await renderAt('/imports/import-1')
  const input = await screen.findByLabelText('上传改好的文件')
  await userEvent.upload(input, new File(['rows'], '改好的.xlsx'))
  expect(await screen.findByText('改好的.xlsx', { selector: 'h1' })).toBeVisible()
  expect(router.state.location.pathname).toBe('/imports/import-2')
  expect(acts).toEqual([
    'upload',
    { columns: [{ index: 2, field: 'identity_number' }] },
    'check import-2',
    'cancel import-1',
  ])
})

test('says what will be written, asks once, writes, and links to what was imported', async () => {
  const held = answer(importBody(CHECKED))
  server.use(
    http.post('*/api/v1/imports/import-1/actions/commit', () => {
      held.imported = importBody({ ...CHECKED, state: 'committed', allowed_actions: [], version: 5 })
      return HttpResponse.json(importBody({ ...CHECKED, allowed_actions: [], version: 4 }), { status: 202 })
    }),
  )
  await renderAt('/imports/import-1')
  await userEvent.click(await screen.findByRole('button', { name: '写入' }))
  const dialog = await screen.findByRole('dialog')
  expect(dialog).toHaveTextContent('将新增 770 名党员，更新 7 名，2 名不变。一次全部写入')
  await userEvent.click(within(dialog).getByRole('button', { name: '写入' }))
  expect(await screen.findByText('新增 770 名党员，更新 7 名，2 名不变。')).toBeVisible()
  expect(screen.getByRole('link', { name: '查看党员名册' })).toHaveAttribute(
    'href',
    '/members?organisation_id=organisation-1',
  )
})

test('leaves writing to those whom the server allows it', async () => {
  answer(importBody({ ...CHECKED, allowed_actions: ['check', 'reopen', 'cancel'] }))
  await renderAt('/imports/import-1')
  expect(await screen.findByText(/写入须由有权限的书记或工委工作人员办理/)).toBeVisible()
  expect(screen.queryByRole('button', { name: '写入' })).toBeNull()
})

test('says that nothing has to be written when the workbook agrees with the records', async () => {
  answer(importBody({ ...CHECKED, rows_new: 0, rows_changed: 0, rows_same: 779 }))
  await renderAt('/imports/import-1')
  expect(await screen.findByText('工作簿与系统记录完全一致，没有要写入的内容。')).toBeVisible()
})

test('cancels after asking, and says that nothing was written', async () => {
  const held = answer(importBody(CHECKED))
  server.use(
    http.post('*/api/v1/imports/import-1/actions/cancel', () => {
      held.imported = importBody({ ...CHECKED, state: 'cancelled', allowed_actions: [] })
      return HttpResponse.json(held.imported)
    }),
  )
  await renderAt('/imports/import-1')
  await userEvent.click(await screen.findByRole('button', { name: '取消导入' }))
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '取消导入' }))
  expect(await screen.findByText('这次导入已取消')).toBeVisible()
})

test('says that somebody else is working on the import', async () => {
  answer(importBody(CHECKED))
  server.use(
    http.post('*/api/v1/imports/import-1/actions/reopen', () =>
      problem(409, 'import_busy', '正在处理', { detail: '请等它结束后再操作。' }),
    ),
  )
  await renderAt('/imports/import-1')
  await userEvent.click(await screen.findByRole('button', { name: '返回核对列' }))
  expect(await screen.findByText('请等它结束后再操作。')).toBeVisible()
})

test.each([
  ['members', '工作簿截止日期', '组织关系从这一天起记录，不能晚于今天。'],
  ['hours', '工作簿截止日期', '晚于这一天的服务会列为错误，不能晚于今天。'],
  ['duty_results', '党组织名称以哪一天为准', '改过名的党组织，写当时的名称也能认出；不能晚于今天。'],
] as const)('says what the day means for %s', async (kind, label, hint) => {
  answer(importBody({ kind }))
  await renderAt('/imports/import-1')
  expect((await screen.findByText(hint)).parentElement).toHaveTextContent(label)
})

test('leads from imported results to the rounds, and on to another list of results', async () => {
  const done: Partial<ImportOut> = { ...CHECKED, state: 'committed', allowed_actions: [] }
  answer(importBody({ ...done, kind: 'duty_results' }))
  await renderAt('/imports/import-1')
  expect(await screen.findByRole('link', { name: '查看历年述职评议' })).toHaveAttribute('href', '/duty')
  expect(screen.getByRole('link', { name: '再导入一份' })).toHaveAttribute(
    'href',
    '/imports/new?kind=duty_results',
  )
})
