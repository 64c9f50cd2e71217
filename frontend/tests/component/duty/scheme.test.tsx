import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { problem, renderAt, server, signedIn } from '../support/desk'
import { NO_HISTORY, RUNS, roundBody, SCHEME, WRITES } from './duty-bodies'

const DRAFT = { state: 'draft', allowed_actions: ['open'], opened_at: null }

interface Asked {
  readonly scheme: { readonly groups: readonly { readonly weight: string }[] }
}

/** Another reader each time: what one has typed is kept for that one. */
let readers = 0

function answer(differences: object, permissions: readonly string[] = RUNS) {
  const examples: Asked[] = []
  readers += 1
  server.use(
    ...signedIn({ id: `user-${readers}`, permissions }),
    http.get('*/api/v1/duty-rounds/round-1', () => HttpResponse.json(roundBody(differences))),
    http.get('*/api/v1/duty-rounds/round-1/scheme-revisions', () => HttpResponse.json({ items: REVISIONS })),
    http.post<never, Asked>('*/api/v1/duty-rounds/example', async ({ request }) => {
      examples.push(await request.json())
      return HttpResponse.json({
        lines: [
          { step: 'group', zh: '领导评议：平均分', en: 'Leaders: mean', value: '95' },
          { step: 'grade', zh: '建议等次：优秀', en: 'Proposed grade: Excellent', value: 'excellent' },
        ],
        total: '87.60',
        grade: 'excellent',
        changes: [],
      })
    }),
    NO_HISTORY,
  )
  return examples
}

const REVISIONS = [
  {
    id: 'revision-1',
    version: 1,
    revision: 1,
    scheme: SCHEME,
    reason: null,
    made_by_name: '王芳',
    created_at: '2026-11-02T02:00:00Z',
    changes: [],
  },
  {
    id: 'revision-2',
    version: 1,
    revision: 2,
    scheme: SCHEME,
    reason: '工委会议决定',
    made_by_name: '王芳',
    created_at: '2026-11-10T02:00:00Z',
    changes: [
      {
        path: '/groups/leaders/weight',
        before: '30',
        after: '40',
        zh: '评议主体“领导评议”的权重：30 → 40',
        en: 'rater group “领导评议”, weight: 30 → 40',
      },
    ],
  },
]

async function fill(name: string, text: string) {
  const field = screen.getByLabelText(name)
  await userEvent.clear(field)
  if (text !== '') await userEvent.type(field, text)
}

test('begins with the usual scheme worked through, and is adopted with one click', async () => {
  const examples = answer({ ...DRAFT, scheme: null })
  const sent: unknown[] = []
  server.use(
    http.patch('*/api/v1/duty-rounds/round-1', async ({ request }) => {
      sent.push(request.headers.get('If-Match'), await request.json())
      return HttpResponse.json(roundBody(DRAFT))
    }),
  )
  await renderAt('/duty/rounds/round-1/scheme')
  const example = await screen.findByLabelText('算给你看')
  expect(await within(example).findByRole('status')).toHaveTextContent('总分 87.60建议等次 优秀')
  expect(within(example).getByRole('list', { name: '逐步计算' })).toHaveTextContent('领导评议：平均分95')
  expect(examples[0]?.scheme.groups.map(({ weight }) => weight)).toEqual(['30', '30', '40'])
  await userEvent.click(screen.getByText('采用此方案'))
  expect(await screen.findByText('方案已保存')).toBeVisible()
  expect(sent).toEqual(['"4"', { scheme: SCHEME }])
})

test('the example follows what is typed, once it stands still', async () => {
  const examples = answer(DRAFT)
  await renderAt('/duty/rounds/round-1/scheme')
  await screen.findByText('87.60')
  await fill('领导评议的权重', '45')
  expect(screen.getByText('占 39.1%')).toBeVisible()
  await waitFor(() => expect(examples).toHaveLength(2))
  expect(examples[1]?.scheme.groups[0]?.weight).toBe('45')
})

test('a fault is told at its field, and nothing is asked or saved meanwhile', async () => {
  const examples = answer(DRAFT)
  await renderAt('/duty/rounds/round-1/scheme')
  await screen.findByText('87.60')
  await fill('较好的最低分', '95')
  expect(await screen.findByText('要低于上一等次的 90 分')).toBeVisible()
  expect(screen.getByLabelText('较好的最低分')).toBeInvalid()
  expect(screen.getByText('还有 1 处要改，见红字')).toBeVisible()
  expect(screen.getByRole('button', { name: '保存方案' })).toBeDisabled()
  expect(examples).toHaveLength(1)
})

test('what the server refuses stands at the field that it names', async () => {
  answer(DRAFT)
  server.use(
    http.patch('*/api/v1/duty-rounds/round-1', () =>
      problem(422, 'malformed', '填写有误', {
        errors: [{ pointer: '/scheme/groups/1/weight', code: 'decimal', message: '最多四位小数' }],
      }),
    ),
  )
  await renderAt('/duty/rounds/round-1/scheme')
  await screen.findByText('87.60')
  await fill('书记互评的权重', '30.12345')
  await userEvent.click(screen.getByRole('button', { name: '保存方案' }))
  expect(await screen.findByText('最多四位小数')).toBeVisible()
})

test('what was changed is there again after a look at another tab', async () => {
  answer(DRAFT)
  await renderAt('/duty/rounds/round-1/scheme')
  await screen.findByText('87.60')
  await userEvent.click(screen.getByLabelText('给优秀加前提'))
  await userEvent.click(screen.getByRole('link', { name: '报告内容' }))
  await screen.findByRole('button', { name: '保存报告内容' })
  await userEvent.click(screen.getByRole('link', { name: '评议方案' }))
  expect(await screen.findByLabelText('优秀的前提：至少多少分')).toHaveValue('90')
  expect(screen.getByText('有未保存的修改')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '放弃修改' }))
  expect(screen.queryByLabelText('优秀的前提：至少多少分')).toBeNull()
})

test('a frozen scheme is read with its revisions in words', async () => {
  answer({}, WRITES)
  await renderAt('/duty/rounds/round-1/scheme')
  expect(await screen.findByText('至少 10 张 · 平均分 · 全部内容')).toBeVisible()
  expect(screen.getByText('低于 60 分')).toBeVisible()
  expect(await screen.findByText('评议主体“领导评议”的权重：30 → 40')).toBeVisible()
  expect(screen.getByText('原因：工委会议决定')).toBeVisible()
  expect(screen.queryByRole('button', { name: '修订方案' })).toBeNull()
})

test('it is revised with a reason; once ballots are out the sheet stays', async () => {
  answer({ state: 'appraising', allowed_actions: ['calculate'] })
  let sent: unknown
  let compared: unknown
  server.use(
    http.post<never, object>('*/api/v1/duty-rounds/example', async ({ request }) => {
      const body = await request.json()
      if ('against' in body) compared = body
      return HttpResponse.json({
        lines: [],
        total: '87.60',
        grade: 'excellent',
        changes: REVISIONS[1]?.changes,
      })
    }),
    http.post('*/api/v1/duty-rounds/round-1/scheme-revisions', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json(REVISIONS[1], { status: 201 })
    }),
  )
  await renderAt('/duty/rounds/round-1/scheme')
  await userEvent.click(await screen.findByRole('button', { name: '修订方案' }))
  expect(screen.getByLabelText('工作实绩的满分')).toBeDisabled()
  expect(screen.getByRole('button', { name: '修订方案' })).toBeDisabled()
  await fill('领导评议的权重', '40')
  await userEvent.click(screen.getByRole('button', { name: '修订方案' }))
  const dialog = await screen.findByRole('dialog')
  expect(await within(dialog).findByText('评议主体“领导评议”的权重：30 → 40')).toBeVisible()
  expect(compared).toMatchObject({
    scheme: { groups: [{ weight: '40' }, {}, {}] },
    against: { groups: [{ weight: '30' }, {}, {}] },
  })
  await userEvent.type(within(dialog).getByRole('textbox', { name: '原因' }), '工委会议决定')
  await userEvent.click(within(dialog).getByRole('button', { name: '修订方案' }))
  expect(await screen.findByText('方案已修订')).toBeVisible()
  expect(sent).toMatchObject({ reason: '工委会议决定', scheme: { groups: [{ weight: '40' }, {}, {}] } })
})
