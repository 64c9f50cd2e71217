import { fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { problem, renderAt, server, signedIn } from '../support/desk'
import { listOf, NO_HISTORY, participantBody, RUNS, roundBody, WRITES } from './duty-bodies'

const DRAFT = { state: 'draft', allowed_actions: ['open'], opened_at: null }
const LEFT_OUT = { included: false, exception_reason: '长期病假' }

function answer(round: object = DRAFT, permissions: readonly string[] = RUNS) {
  const sent: unknown[] = []
  const list = [participantBody(1), participantBody(2, { in_office: false }), participantBody(3, LEFT_OUT)]
  server.use(
    ...signedIn({ permissions }),
    http.get('*/api/v1/duty-rounds/round-1', () => HttpResponse.json(roundBody(round))),
    http.get('*/api/v1/duty-rounds/round-1/participants', () => listOf(...list)),
    http.put<never, { ids: string[] }>(
      '*/api/v1/duty-rounds/round-1/participants/order',
      async ({ request }) => {
        const { ids } = await request.json()
        sent.push(ids)
        list.sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
        return HttpResponse.json({ items: list, next_cursor: null, total: 3 })
      },
    ),
    http.patch('*/api/v1/duty-participants/:id', async ({ request, params }) => {
      sent.push([params.id, request.headers.get('If-Match'), await request.json()])
      return HttpResponse.json(list[0])
    }),
    NO_HISTORY,
  )
  return sent
}

const names = () => screen.getAllByText(/^书记\d$/).map(({ textContent }) => textContent)

test('shows who takes part, who is left out and why', async () => {
  answer()
  await renderAt('/duty/rounds/round-1/participants')
  expect(await screen.findByText('参加 2 人，不参加 1 人')).toBeVisible()
  expect(screen.getByText('原因：长期病假')).toBeVisible()
  expect(screen.getByText('名单日期不在任')).toBeVisible()
  await userEvent.click(screen.getByText('只看有调整的'))
  expect(names()).toEqual(['书记2', '书记3'])
})

test('is put in order by arrows, by number and by dragging', async () => {
  const sent = answer()
  await renderAt('/duty/rounds/round-1/participants')
  await userEvent.click(await screen.findByRole('button', { name: '书记1下移一位' }))
  expect(await screen.findByText('顺序已保存')).toBeVisible()
  const place = screen.getByRole('textbox', { name: '书记3的序号' })
  await userEvent.clear(place)
  await userEvent.type(place, '1{Enter}')
  await expect.poll(names).toEqual(['书记3', '书记2', '书记1'])
  const row = (name: string) => screen.getByText(name).closest('li') ?? document.body
  const dataTransfer = { effectAllowed: '' }
  fireEvent.dragStart(row('书记1'), { dataTransfer })
  fireEvent.dragOver(row('书记3'))
  fireEvent.drop(row('书记3'))
  await expect.poll(names).toEqual(['书记1', '书记3', '书记2'])
  await expect
    .poll(() => sent)
    .toEqual([
      ['participant-2', 'participant-1', 'participant-3'],
      ['participant-3', 'participant-2', 'participant-1'],
      ['participant-1', 'participant-3', 'participant-2'],
    ])
})

test('a refused order is as it was before', async () => {
  answer()
  server.use(
    http.put('*/api/v1/duty-rounds/round-1/participants/order', () =>
      problem(409, 'invalid_state', '不能调整'),
    ),
  )
  await renderAt('/duty/rounds/round-1/participants')
  await userEvent.click(await screen.findByRole('button', { name: '书记1下移一位' }))
  expect(await screen.findByText('顺序没有保存，已恢复原来的顺序')).toBeVisible()
  await expect.poll(names).toEqual(['书记1', '书记2', '书记3'])
})

test('leaves somebody out with a reason, and includes again', async () => {
  const sent = answer()
  await renderAt('/duty/rounds/round-1/participants')
  await userEvent.click((await screen.findAllByRole('button', { name: '不参加' }))[0] ?? document.body)
  const dialog = await screen.findByRole('dialog')
  expect(dialog).toHaveTextContent('书记1不参加本轮述职？')
  await userEvent.type(within(dialog).getByRole('textbox', { name: '原因' }), '借调在外')
  await userEvent.click(within(dialog).getByRole('button', { name: '不参加' }))
  expect(await screen.findByText('已标为不参加')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '恢复参加' }))
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '恢复参加' }))
  expect(await screen.findByText('已恢复参加')).toBeVisible()
  expect(sent).toEqual([
    ['participant-1', '"1"', { included: false, exception_reason: '借调在外' }],
    ['participant-3', '"1"', { included: true }],
  ])
})

test('takes the list anew from the tree, and says what changed', async () => {
  answer()
  server.use(
    http.post('*/api/v1/duty-rounds/round-1/participants/refresh', () =>
      HttpResponse.json({ added: 2, removed: 1, replaced: 0, total: 4 }),
    ),
  )
  await renderAt('/duty/rounds/round-1/participants')
  await userEvent.click(await screen.findByRole('button', { name: '按名单日期更新' }))
  const dialog = await screen.findByRole('dialog')
  expect(dialog).toHaveTextContent('按 2026年11月1日 在任书记更新名单？')
  await userEvent.click(within(dialog).getByRole('button', { name: '按名单日期更新' }))
  expect(await screen.findByText('新增 2 人，去掉 1 人，换人 0 人')).toBeVisible()
})

test('once the appraisal has begun the order alone may change', async () => {
  answer({ state: 'appraising', allowed_actions: ['calculate'] })
  await renderAt('/duty/rounds/round-1/participants')
  expect(await screen.findByText(/名单不能再增减/)).toBeVisible()
  expect(await screen.findByRole('button', { name: '书记1下移一位' })).toBeVisible()
  expect(screen.queryByRole('button', { name: '不参加' })).toBeNull()
  expect(screen.queryByRole('button', { name: '添加党组织' })).toBeNull()
})

test('those below read it', async () => {
  answer({ organises: false, allowed_actions: [] }, WRITES)
  await renderAt('/duty/rounds/round-1/participants')
  await screen.findByText('书记1')
  expect(screen.queryByRole('button', { name: /书记1/ })).toBeNull()
  expect(screen.queryByRole('textbox', { name: /序号/ })).toBeNull()
})

test('the sections of the report are changed, ordered and saved as a whole', async () => {
  answer()
  let sent: unknown
  server.use(
    http.patch('*/api/v1/duty-rounds/round-1', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json(roundBody(DRAFT))
    }),
  )
  await renderAt('/duty/rounds/round-1/sections')
  const length = await screen.findByRole('spinbutton', { name: '第 2 部分的建议字数' })
  await userEvent.clear(length)
  await userEvent.type(length, '20')
  expect(await screen.findByText('请填 50 到 20000，或留空')).toBeVisible()
  expect(screen.getByRole('button', { name: '保存报告内容' })).toBeDisabled()
  await userEvent.type(length, '0')
  await userEvent.click(screen.getByRole('button', { name: '上移“下一步措施”' }))
  await userEvent.click(screen.getByRole('button', { name: '保存报告内容' }))
  expect(await screen.findByText('报告内容已保存')).toBeVisible()
  expect(sent).toEqual({
    report_sections: [
      { key: 'plans', title: '下一步措施', hint: '', advised_characters: 200 },
      { key: 'duties', title: '履行党建责任情况', hint: '用事实说话。', advised_characters: 1500 },
    ],
  })
})
