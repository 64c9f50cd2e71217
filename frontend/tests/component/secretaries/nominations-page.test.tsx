import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { problem, renderAt, server, signedIn } from '../support/desk'
import { batchBody, nominationBody, PICKER_ANSWERS, page } from './secretary-bodies'

const READER = ['home.read', 'secretaries.read', 'nominations.read']

function answer(permissions: readonly string[] = READER) {
  const asked: URLSearchParams[] = []
  server.use(
    ...signedIn({ permissions }),
    ...PICKER_ANSWERS,
    http.get('*/api/v1/nominations', ({ request }) => {
      asked.push(new URL(request.url).searchParams)
      return page(
        nominationBody({ batch_id: 'batch-1', batch_title: '2026年11月换届人选' }),
        nominationBody({ id: 'nomination-2', name: '李娜', state: 'draft', kind: 'mid_term' }),
      )
    }),
    http.get('*/api/v1/nomination-batches', () => page(batchBody())),
    http.get('*/api/v1/nomination-batches/batch-1', () => HttpResponse.json(batchBody())),
  )
  return asked
}

test('lists who is nominated with whose turn it is', async () => {
  const asked = answer()
  await renderAt('/secretaries/nominations')
  const row = (await screen.findByRole('link', { name: '张伟' })).closest('tr')
  expect(row).toHaveTextContent(
    '张伟 待明州区直机关工委考察书记区财政局机关党总支2026年11月换届人选2026年12月1日',
  )
  expect(screen.getByRole('link', { name: '李娜' }).closest('tr')).toHaveTextContent(
    '草稿，待区财政局机关党总支上报书记区财政局机关党总支—2026年12月1日',
  )
  expect(asked[0]?.get('open')).toBe('true')
  expect(screen.queryByRole('link', { name: '提名' })).not.toHaveAttribute(
    'href',
    '/secretaries/nominations/new',
  )
})

test('the view stands in the address; what is closed is asked for as such', async () => {
  const asked = answer()
  const { router } = await renderAt('/secretaries/nominations')
  await screen.findByRole('link', { name: '张伟' })
  await userEvent.click(screen.getByText('已办结'))
  await screen.findByRole('link', { name: '张伟' })
  expect(router.state.location.search).toEqual({ view: 'closed' })
  expect(asked.at(-1)?.get('open')).toBe('false')
})

test('batches show how far their nominees have come', async () => {
  answer()
  await renderAt('/secretaries/nominations?view=batches')
  const row = (await screen.findByRole('link', { name: '2026年11月换届人选' })).closest('tr')
  expect(row).toHaveTextContent('2026年11月换届人选明州区直机关工委2026年11月30日3草稿 1 · 待工委批准 2')
})

test('approves a whole batch with number and day', async () => {
  const asked = answer([...READER, 'nominations.approve'])
  let sent: unknown
  server.use(
    http.post('*/api/v1/nomination-batches/batch-1/actions/approve', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ moved: 2, batch: batchBody() })
    }),
  )
  await renderAt('/secretaries/nominations?batch_id=batch-1')
  expect(await screen.findByRole('heading', { name: '批次：2026年11月换届人选' })).toBeVisible()
  expect(asked[0]?.get('batch_id')).toBe('batch-1')
  expect(asked[0]?.get('open')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: '整批批准' }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.type(within(dialog).getByRole('textbox', { name: '批复文号' }), '明工复12号')
  await userEvent.click(within(dialog).getByRole('button', { name: '整批批准' }))
  expect(await screen.findByText('已办理 2 名人选')).toBeVisible()
  expect(sent).toEqual({ approval_number: '明工复12号', on: '2026-11-22' })
})

test('a batch of which none can move says so in the dialog', async () => {
  answer([...READER, 'nominations.approve'])
  server.use(
    http.post('*/api/v1/nomination-batches/batch-1/actions/approve', () =>
      problem(409, 'nothing_to_move', '没有可办理的人选', { detail: '批次里没有轮到批准的人选。' }),
    ),
  )
  await renderAt('/secretaries/nominations?batch_id=batch-1')
  await userEvent.click(await screen.findByRole('button', { name: '整批批准' }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.click(within(dialog).getByRole('button', { name: '整批批准' }))
  expect(await within(dialog).findByRole('alert')).toHaveTextContent('批次里没有轮到批准的人选。')
})
