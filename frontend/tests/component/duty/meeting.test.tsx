import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { problem, renderAt, server, signedIn } from '../support/desk'
import { commentBody, RUNS, reportBody } from './duty-bodies'

function row(number: number, differences: object = {}) {
  return {
    participant_id: `participant-${number}`,
    position: number,
    organisation_id: `organisation-${number}`,
    organisation_name: `第${number}党支部`,
    person_id: `person-${number}`,
    name: `书记${number}`,
    report: {
      id: `report-${number}`,
      version: 1,
      state: 'accepted',
      late: false,
      presented_on: null,
      allowed_actions: ['present', 'return'],
    },
    comments: [],
    ...differences,
  }
}

function answer(second: object = {}) {
  const sent: unknown[] = []
  const notes: object[] = []
  server.use(
    ...signedIn({ permissions: RUNS }),
    http.get('*/api/v1/duty-rounds/round-1/meeting', () =>
      HttpResponse.json({
        round_id: 'round-1',
        title: '2026年度述职评议',
        noted: notes.length,
        items: [row(1, { comments: [...notes] }), row(2, second), row(3, { report: null })],
      }),
    ),
    http.get('*/api/v1/duty-reports/:id', ({ params }) =>
      HttpResponse.json(
        reportBody({ id: params.id, state: 'accepted', editable: false, allowed_actions: [] }),
      ),
    ),
    http.post<{ id: string }, { kind: string; text: string }>(
      '*/api/v1/duty-reports/:id/comments',
      async ({ request, params }) => {
        const note = await request.json()
        sent.push([params.id, note])
        notes.push(commentBody({ id: `comment-${notes.length + 1}`, report_id: params.id, ...note }))
        return HttpResponse.json(notes.at(-1), { status: 201 })
      },
    ),
  )
  return sent
}

const line = () => screen.findByRole('textbox', { name: '现场点评' })

test('goes from one to the next by keys, also while typing, and keeps what was typed', async () => {
  answer()
  const { router } = await renderAt('/duty/rounds/round-1/meeting')
  expect(await screen.findByRole('heading', { name: '书记1' })).toBeVisible()
  await userEvent.type(await line(), '半句')
  await userEvent.keyboard('{PageDown}')
  expect(await screen.findByRole('heading', { name: '书记2' })).toBeVisible()
  expect(screen.getByText('第 2 位，共 3 位')).toBeVisible()
  expect(router.state.location.search).toEqual({ at: 'participant-2' })
  await userEvent.keyboard('{PageUp}')
  expect(await line()).toHaveValue('半句')
  await userEvent.clear(await line())
})

test('begins with the first who has not reported yet', async () => {
  const presented = { ...row(1).report, state: 'presented', presented_on: '2026-11-22' }
  answer()
  server.use(
    http.get('*/api/v1/duty-rounds/round-1/meeting', () =>
      HttpResponse.json({
        round_id: 'round-1',
        title: '2026年度述职评议',
        noted: 0,
        items: [row(1, { report: presented }), row(2)],
      }),
    ),
  )
  await renderAt('/duty/rounds/round-1/meeting')
  expect(await screen.findByRole('heading', { name: '书记2' })).toBeVisible()
})

test('Enter notes a comment of the chosen kind, and the line is free for the next', async () => {
  const sent = answer()
  await renderAt('/duty/rounds/round-1/meeting')
  await userEvent.type(await line(), '调研不够深入{Enter}')
  expect(await line()).toHaveValue('')
  await userEvent.keyboard('{Alt>}1{/Alt}')
  await userEvent.type(await line(), '先锋岗可推广{Enter}')
  expect(await screen.findByText('先锋岗可推广')).toBeVisible()
  expect(sent).toEqual([
    ['report-1', { kind: 'problem', text: '调研不够深入', on_site: true }],
    ['report-1', { kind: 'strength', text: '先锋岗可推广', on_site: true }],
  ])
  expect(screen.getByRole('button', { name: '发出全部 2 条' })).toBeEnabled()
})

test('what is not taken comes back into the line', async () => {
  answer()
  server.use(
    http.post('*/api/v1/duty-reports/:id/comments', () =>
      problem(409, 'comment_too_soon', '不能点评', { detail: '报告尚未提交。' }),
    ),
  )
  await renderAt('/duty/rounds/round-1/meeting')
  await userEvent.type(await line(), '一句话{Enter}')
  expect(await screen.findByText(/有一条没有记下.*报告尚未提交。/)).toBeVisible()
  expect(await line()).toHaveValue('一句话')
  await userEvent.clear(await line())
})

test('without a report nothing can be noted', async () => {
  answer()
  await renderAt('/duty/rounds/round-1/meeting?at=participant-3')
  expect(await screen.findByText('还没有报告，不能记点评。')).toBeVisible()
  expect(screen.queryByRole('textbox', { name: '现场点评' })).toBeNull()
})

test('releasing all says how many tasks it made', async () => {
  const sent = answer()
  server.use(
    http.post('*/api/v1/duty-rounds/round-1/comments/release', () => {
      sent.push('release')
      return HttpResponse.json({ released: 1, tasks: 1 })
    }),
  )
  await renderAt('/duty/rounds/round-1/meeting')
  await userEvent.type(await line(), '调研不够深入{Enter}')
  await userEvent.click(await screen.findByRole('button', { name: '发出全部 1 条' }))
  const dialog = await screen.findByRole('dialog')
  expect(dialog).toHaveTextContent('其中 1 条问题会各生成一项整改任务')
  await userEvent.click(within(dialog).getByRole('button', { name: '发出全部 1 条' }))
  expect(await screen.findByText('已发出 1 条，生成 1 项整改任务')).toBeVisible()
  expect(sent.at(-1)).toBe('release')
})
