import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { previewRows } from '@/dashboard/features/organisations/changes/preview-rows'
import { renderAt, server, signedIn } from '../support/desk'
import { organisation, organisationAnswers, treeItem } from './answers'

const PREPARES = ['home.read', 'organisations.read', 'organisation_changes.prepare']
const SUBMITS = [...PREPARES, 'organisation_changes.submit']

const top = treeItem({ id: 'top', parent: null, name: '工委', kind: 'working_committee' })
const finance = treeItem({ id: 'finance', parent: 'top', name: '财政局党总支', kind: 'general_branch' })
const audit = treeItem({ id: 'audit', parent: 'top', name: '审计局党支部' })

const PREVIEW = {
  before: [top, finance, audit],
  after: [top, finance, { ...audit, parent_id: 'finance' }],
  effects: [{ code: 'moved', message: '“审计局党支部”转入“财政局党总支”。' }],
  problems: [],
}

const marks = (rows: readonly { item: { id: string }; level: number; mark: string | null }[]) =>
  rows.map(({ item, level, mark }) => [item.id, level, mark])

test('marks what leaves, arrives, is new, gone or renamed', () => {
  const renamed = { ...finance, name: '财政局机关党委' }
  const fresh = treeItem({ id: 'fresh', parent: 'finance', name: '国库支部' })
  const { before, after } = previewRows({
    before: [top, finance, audit, treeItem({ id: 'old', parent: 'top', name: '旧支部' })],
    after: [top, renamed, { ...audit, parent_id: 'finance' }, fresh],
  } as never)
  expect(marks(before)).toEqual([
    ['top', 0, null],
    ['finance', 1, null],
    ['audit', 1, 'leaving'],
    ['old', 1, 'removed'],
  ])
  expect(marks(after)).toEqual([
    ['top', 0, null],
    ['finance', 1, 'renamed'],
    ['audit', 2, 'moved'],
    ['fresh', 2, 'added'],
  ])
  expect(after[1]?.formerName).toBe('财政局党总支')
})

/** The server of a request to dissolve, with everything that was sent to it. */
function answer(permissions: readonly string[], preview: object) {
  const sent: unknown[] = []
  server.use(
    ...signedIn({ permissions }),
    http.post('*/api/v1/organisation-changes', async ({ request }) => {
      const isDryRun = new URL(request.url).searchParams.get('dry_run') === 'true'
      sent.push([isDryRun ? 'preview' : 'create', await request.json()])
      return isDryRun ? HttpResponse.json(preview) : HttpResponse.json(CHANGE, { status: 201 })
    }),
    http.patch('*/api/v1/organisation-changes/change-1', async ({ request }) => {
      sent.push([request.headers.get('If-Match'), await request.json()])
      return HttpResponse.json(CHANGE)
    }),
    http.post('*/api/v1/organisation-changes/change-1/actions/:action', ({ params }) => {
      sent.push([params.action, null])
      return HttpResponse.json({ ...CHANGE, state: 'submitted' })
    }),
    http.get('*/api/v1/organisation-changes/change-1', () => HttpResponse.json(CHANGE)),
    http.get('*/api/v1/organisation-changes/change-1/preview', () => HttpResponse.json(PREVIEW)),
    ...organisationAnswers(),
  )
  return sent
}

const REQUEST = {
  kind: 'dissolve',
  organisation_id: 'audit',
  effective_on: '2026-12-01',
  reason: '机构改革',
  payload: {},
}

const CHANGE = {
  ...organisation('audit'),
  ...REQUEST,
  id: 'change-1',
  version: 1,
  state: 'draft',
  allowed_actions: ['submit'],
  organisation_name: '审计局党支部',
  submitted_by: null,
  decided_by: null,
  applied_at: null,
  created_organisation_id: null,
  obstacle: null,
}

test('shows before and after side by side before anything is written, then submits', async () => {
  const sent = answer(SUBMITS, PREVIEW)
  const { router } = await renderAt('/organisations/changes/new?kind=dissolve&organisation_id=audit')
  const user = userEvent.setup({ delay: null })
  await user.click(await screen.findByLabelText('生效日期'))
  await user.paste('2026-12-01')
  await user.keyboard('{Enter}')
  await user.click(screen.getByLabelText('变更理由'))
  await user.paste('机构改革')
  await user.click(screen.getByRole('button', { name: '预览变更' }))
  expect(await screen.findByText('“审计局党支部”转入“财政局党总支”。')).toBeVisible()
  const before = screen.getByRole('region', { name: '变更前' })
  expect(within(before).getByText('移出').closest('li')).toHaveTextContent('审计局党支部')
  const after = screen.getByRole('region', { name: '变更后' })
  expect(within(after).getByText('移动').closest('li')).toHaveTextContent('审计局党支部')
  expect(sent).toEqual([['preview', REQUEST]])
  await user.click(screen.getByText('提交审批'))
  await waitFor(() => expect(router.state.location.pathname).toBe('/organisations/changes/change-1'))
  expect(sent).toEqual([
    ['preview', REQUEST],
    ['create', REQUEST],
    ['submit', null],
  ])
})

async function previewDraft() {
  await renderAt('/organisations/changes/change-1/edit')
  const user = userEvent.setup({ delay: null })
  await user.click(await screen.findByRole('button', { name: '预览变更' }))
  return user
}

test('a problem is told in words and stops the submission, not the draft', async () => {
  const problems = [{ code: 'has_members', message: '“审计局党支部”还有党员，请先转出党员。' }]
  answer(SUBMITS, { ...PREVIEW, after: [], effects: [], problems })
  const user = await previewDraft()
  expect(await screen.findByText('“审计局党支部”还有党员，请先转出党员。')).toBeVisible()
  expect(screen.getByRole('button', { name: '提交审批' })).toBeDisabled()
  expect(screen.getByRole('button', { name: '保存草稿' })).toBeEnabled()
  await user.click(screen.getByText('返回修改'))
  expect(screen.getByLabelText('变更理由')).toHaveValue('机构改革')
})

test('who prepares without submitting saves the draft that was read', async () => {
  const sent = answer(PREPARES, PREVIEW)
  const user = await previewDraft()
  const save = await screen.findByText('保存草稿')
  expect(screen.queryByText('提交审批')).not.toBeInTheDocument()
  await user.click(save)
  const { effective_on, reason, payload } = REQUEST
  await waitFor(() => expect(sent.at(-1)).toEqual(['"1"', { effective_on, reason, payload }]))
})
