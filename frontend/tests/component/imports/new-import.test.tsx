import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { problem, renderAt, server, signedIn } from '../support/desk'
import { importBody } from './import-bodies'

const UPLOAD = '上传并识别列'

function answer() {
  server.use(
    ...signedIn({ permissions: ['home.read', 'organisations.read', 'imports.prepare'] }),
    http.get('*/api/v1/organisations/tree', () => HttpResponse.json({ as_of: '2026-11-22', items: [] })),
    http.get('*/api/v1/organisations/:id', () =>
      HttpResponse.json({ id: 'organisation-1', name: '明州区直机关工委', kind: 'working_committee' }),
    ),
    http.get('*/api/v1/imports/import-1', () => HttpResponse.json(importBody())),
  )
}

const workbook = () => new File(['rows'], '党员花名册.xlsx')

test('hands in the file with its kind and organisation, and goes on to the columns', async () => {
  answer()
  const sent: Record<string, string>[] = []
  server.use(
    http.post('*/api/v1/imports', async ({ request }) => {
      const text = await request.text()
      sent.push(
        Object.fromEntries(
          ['kind', 'organisation_id'].map((name) => [
            name,
            new RegExp(`name="${name}"\\s+([^\\s]+)`).exec(text)?.[1] ?? '',
          ]),
        ),
      )
      return HttpResponse.json(importBody(), { status: 201 })
    }),
  )
  const { router } = await renderAt('/imports/new?kind=members')
  expect(await screen.findByRole('radio', { name: /^党员/ })).toBeChecked()
  await userEvent.click(screen.getByRole('radio', { name: /^组织/ }))
  await waitFor(() => expect(router.state.location.search).toEqual({ kind: 'organisations' }))
  await userEvent.upload(screen.getByLabelText('工作簿文件'), workbook())
  expect(screen.getByText('党员花名册.xlsx')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: UPLOAD }))
  expect(await screen.findByRole('heading', { name: '核对每一列是什么' })).toBeVisible()
  expect(router.state.location.pathname).toBe('/imports/import-1')
  expect(sent).toEqual([{ kind: 'organisations', organisation_id: 'organisation-1' }])
})

test('says in plain words why a workbook was refused, and takes another file', async () => {
  answer()
  const detail = '工作簿展开后的体积异常（超过 200 MB），已拒绝读取。'
  server.use(
    http.post('*/api/v1/imports', () => problem(413, 'workbook_zip_bomb', '无法读取工作簿', { detail })),
  )
  await renderAt('/imports/new')
  const input = await screen.findByLabelText('工作簿文件')
  await userEvent.upload(input, workbook())
  await userEvent.click(screen.getByRole('button', { name: UPLOAD }))
  expect(await screen.findByText(detail)).toBeVisible()
  await userEvent.upload(input, new File(['rows'], '改好的.xlsx'))
  expect(screen.getByText('改好的.xlsx')).toBeVisible()
  expect(screen.queryByText(detail)).toBeNull()
})

test('asks for a file, and refuses one that is too large before it is sent', async () => {
  answer()
  await renderAt('/imports/new')
  await userEvent.click(await screen.findByRole('button', { name: UPLOAD }))
  expect(await screen.findByText('请先选择文件')).toBeVisible()
  const large = workbook()
  Object.defineProperty(large, 'size', { value: 20.5 * 1024 * 1024 })
  await userEvent.upload(screen.getByLabelText('工作簿文件'), large)
  expect(await screen.findByText('文件有 21 MB，超过 20 MB。请拆分后分次上传。')).toBeVisible()
})
