import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { renderAt, server, signedIn } from '../support/desk'
import { enterDate } from '../support/enter-date'

const ORGANISATION = { id: 'organisation-2', name: '第一党支部', kind: 'branch' }

const CLERK = {
  user_id: 'user-7',
  display_name: '李文',
  role: 'clerk',
  organisation_id: 'organisation-2',
  organisation_name: '第一党支部',
}

test('gives a task to an organisation, filled in by the page that suggests it', async () => {
  let sent: unknown
  server.use(
    ...signedIn({ permissions: ['tasks.read', 'tasks.write', 'tasks.work'] }),
    http.get('*/api/v1/organisations/tree', () => HttpResponse.json({ as_of: '2026-11-22', items: [] })),
    http.get('*/api/v1/organisations/organisation-2', () => HttpResponse.json(ORGANISATION)),
    http.get('*/api/v1/tasks/assignees', ({ request }) => {
      const asked = new URL(request.url).searchParams
      const isFound = asked.get('organisation_id') === 'organisation-2' && asked.get('q') === '李'
      return HttpResponse.json({ items: isFound ? [CLERK] : [] })
    }),
    http.get('*/api/v1/tasks', () => HttpResponse.json({ items: [], next_cursor: null, total: 0 })),
    http.post('*/api/v1/tasks', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ id: 'task-9', version: 1 }, { status: 201 })
    }),
    http.get('*/api/v1/tasks/task-9', () => new HttpResponse(null, { status: 404 })),
  )
  const { router } = await renderAt(
    '/tasks/new?organisation_id=organisation-2&title=换届&origin_type=organisation&origin_id=organisation-2',
  )
  expect(await screen.findByText('来自组织')).toBeVisible()
  expect(await screen.findByText('第一党支部')).toBeVisible()
  await userEvent.click(screen.getByRole('combobox', { name: '责任人' }))
  expect(await screen.findByText('我自己（王芳）')).toBeVisible()
  await userEvent.keyboard('李')
  await userEvent.click(await screen.findByText('李文（党务干事 · 第一党支部）'))
  await enterDate(screen.getByRole('textbox', { name: '期限' }), '2026-12-01')
  expect(sent).toBeUndefined()
  await userEvent.click(screen.getByRole('button', { name: '交办任务' }))
  expect(await screen.findByText('已交办')).toBeVisible()
  expect(sent).toEqual({
    organisation_id: 'organisation-2',
    title: '换届',
    due_on: '2026-12-01',
    responsible_user_id: 'user-7',
    origin: { type: 'organisation', id: 'organisation-2' },
  })
  expect(router.state.location.pathname).toBe('/tasks/task-9')
})
