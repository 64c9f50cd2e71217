import { screen, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { renderAt, server, signedIn } from '../support/desk'
import { organisationAnswers } from './answers'

const READER = ['home.read', 'organisations.read']

const ADVICE = [
  {
    code: 'term_due_soon',
    severity: 'warning',
    title: '任期将在六个月内届满',
    detail: '第 3 届将于 2027年2月1日 届满。',
    article: {
      document: '《基层组织选举工作条例》',
      article: '第三条',
      text: '任期届满应当按期进行换届选举。',
    },
  },
  {
    code: 'secretary_vacant',
    severity: 'overdue',
    title: '书记空缺',
    detail: '目前没有书记。',
    article: { document: '《党支部工作条例》', article: '第二十条', text: '党支部书记空缺应当及时补选。' },
  },
]

function answer(items: readonly object[]) {
  server.use(
    ...signedIn({ permissions: READER }),
    http.get('*/api/v1/organisations/:id/advice', () => HttpResponse.json({ as_of: '2026-11-22', items })),
    ...organisationAnswers(),
  )
}

test('quotes the article of each piece of advice, the most pressing first', async () => {
  answer(ADVICE)
  await renderAt('/organisations?tab=advice')
  const overdue = await screen.findByRole('heading', { name: /书记空缺/ })
  const titles = screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)
  expect(titles).toEqual(['书记空缺 已超期', '任期将在六个月内届满 需要处理'])
  const item = overdue.closest('li') ?? document.body
  expect(within(item).getByText('党支部书记空缺应当及时补选。')).toBeVisible()
  expect(within(item).getByText('依据：《党支部工作条例》第二十条')).toBeVisible()
  expect(screen.getByRole('tab', { name: '建议 2' })).toBeVisible()
})

test('says so where there is nothing to advise', async () => {
  answer([])
  await renderAt('/organisations?tab=advice')
  expect(await screen.findByText('没有需要提醒的事项')).toBeVisible()
})
