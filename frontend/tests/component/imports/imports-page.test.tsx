import { screen } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { renderAt, server, signedIn } from '../support/desk'
import { CHECKED, FAULTY, importBody } from './import-bodies'

function answer(items: readonly object[]) {
  server.use(
    ...signedIn({ permissions: ['home.read', 'organisations.read', 'imports.prepare'] }),
    http.get('*/api/v1/organisations/tree', () => HttpResponse.json({ as_of: '2026-11-22', items: [] })),
    http.get('*/api/v1/imports', () => HttpResponse.json({ items, next_cursor: null, total: items.length })),
  )
}

test('lists imports with what each waits for; there are no counts before a check', async () => {
  answer([
    importBody({ file_name: '一.xlsx' }),
    importBody({ ...CHECKED, id: 'import-2', file_name: '二.xlsx' }),
    importBody({ ...FAULTY, id: 'import-3', file_name: '三.xlsx' }),
    importBody({ id: 'import-4', file_name: '四.xlsx', job_id: 'job-4', allowed_actions: [] }),
  ])
  await renderAt('/imports')
  await screen.findByRole('link', { name: '一.xlsx' })
  const rows = ['一', '二', '三', '四'].map(
    (name) => screen.getByRole('link', { name: `${name}.xlsx` }).closest('tr')?.textContent,
  )
  const uploaded = '2026年11月22日 09:00'
  expect(rows).toEqual([
    `一.xlsx党员明州区直机关工委 待检查2008年12月31日779———${uploaded}`,
    `二.xlsx党员明州区直机关工委 已检查，待写入2008年12月31日77977070${uploaded}`,
    `三.xlsx党员明州区直机关工委 有错误，待改正2008年12月31日403802${uploaded}`,
    `四.xlsx党员明州区直机关工委 正在处理2008年12月31日779———${uploaded}`,
  ])
})

test('says what imports are for while there are none', async () => {
  answer([])
  await renderAt('/imports')
  expect(await screen.findByText('还没有导入过')).toBeVisible()
  expect(screen.getAllByRole('button', { name: '新建导入' })).toHaveLength(2)
})
