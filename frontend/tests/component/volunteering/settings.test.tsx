import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { problem, renderAt, server, signedIn } from '../support/desk'
import { listOf, OFFICER } from './volunteering-bodies'

const WORD = { id: 'word-1', word: '会议', created_at: '2026-11-01T00:00:00Z' }

function answerSettings(permissions: readonly string[]) {
  server.use(
    ...signedIn({ permissions }),
    http.get('*/api/v1/excluded-words', () => HttpResponse.json(listOf(WORD))),
    http.get('*/api/v1/organisations/tree', () => HttpResponse.json({ items: [] })),
    http.get('*/api/v1/organisations/organisation-1', () =>
      HttpResponse.json({ id: 'organisation-1', name: '明州区直机关工委', kind: 'working_committee' }),
    ),
    http.get('*/api/v1/organisations/organisation-1/seal', () => problem(404, 'not_found', '没有')),
  )
}

test('a word is added, removed, and put back', async () => {
  answerSettings(OFFICER)
  const added: unknown[] = []
  const removed: unknown[] = []
  server.use(
    http.post('*/api/v1/excluded-words', async ({ request }) => {
      added.push(await request.json())
      return HttpResponse.json(WORD, { status: 201 })
    }),
    http.delete('*/api/v1/excluded-words/:id', ({ params }) => {
      removed.push(params.id)
      return new HttpResponse(null, { status: 204 })
    }),
  )
  await renderAt('/volunteering/settings')
  await userEvent.type(await screen.findByRole('textbox', { name: '要排除的词' }), ' 团拜 {Enter}')
  expect(await screen.findByText('已添加“团拜”')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '移除“会议”' }))
  await userEvent.click(await screen.findByRole('button', { name: '撤销' }))
  await expect.poll(() => added).toEqual([{ word: '团拜' }, { word: '会议' }])
  expect(removed).toEqual(['word-1'])
})

test('who may not keep the list reads it; a seal is for those who issue', async () => {
  answerSettings(['volunteering.read'])
  await renderAt('/volunteering/settings')
  expect(await screen.findByText('会议')).toBeVisible()
  expect(screen.queryByRole('textbox', { name: '要排除的词' })).toBeNull()
  expect(screen.queryByRole('heading', { name: '电子印章图样' })).toBeNull()
})

test('a picture becomes the organisation’s seal', async () => {
  answerSettings(OFFICER)
  let sent: unknown
  server.use(
    http.post('*/api/v1/files', () => HttpResponse.json({ id: 'file-1', name: 'seal.png' }, { status: 201 })),
    http.put('*/api/v1/organisations/organisation-1/seal', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ organisation_id: 'organisation-1', file_id: 'file-1' })
    }),
  )
  await renderAt('/volunteering/settings')
  await screen.findByText(/还没有上传印章图样/)
  const field = screen.getByLabelText('上传图样')
  await userEvent.upload(field, new File(['png'], 'seal.png', { type: 'image/png' }))
  expect(await screen.findByText('印章图样已保存')).toBeVisible()
  expect(sent).toEqual({ file_id: 'file-1' })
})
