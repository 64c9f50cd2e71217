import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test, vi } from 'vitest'
import { json } from '@/dashboard/app/api'
import { ListTable } from '@/dashboard/components/ListTable'
import { type ListPage, listQuery } from '@/dashboard/components/list-query'
import { problem, renderPart, server } from '../support/desk'

interface Person {
  readonly id: string
  readonly name: string
  readonly age: number
}

const people = listQuery<Person>(['people'], ({ signal, ...page }) =>
  json.get<ListPage<Person>>('/api/v1/people', { query: { ...page }, signal }),
)

interface PeopleListProps {
  readonly onSort?: (sort: string | undefined) => void
  readonly isFiltered?: boolean
}

function PeopleList({ onSort = () => undefined, isFiltered = false }: PeopleListProps) {
  return (
    <ListTable
      name="people"
      label="名册"
      query={people}
      columns={[
        { key: 'name', title: '姓名', dataIndex: 'name', sortBy: 'name' },
        { key: 'age', title: '年龄', dataIndex: 'age', numeric: true, optional: true },
      ]}
      onSort={onSort}
      isFiltered={isFiltered}
      empty={{ title: '还没有人', hint: '从名册导入', action: <a href="/imports">去导入</a> }}
    />
  )
}

const answer = (items: readonly Person[], next_cursor: string | null = null, total = items.length) =>
  HttpResponse.json({ items, next_cursor, total })

test('shows a skeleton while loading, then the rows with their count', async () => {
  server.use(http.get('*/api/v1/people', () => answer([{ id: '1', name: '何晓东', age: 41 }])))
  renderPart(<PeopleList />)
  expect(screen.getByRole('status', { name: '正在加载' })).toBeVisible()
  expect(await screen.findByRole('cell', { name: '何晓东' })).toBeVisible()
  expect(screen.getByText('已显示 1 条，共 1 条')).toBeVisible()
  expect(screen.queryByRole('status', { name: '正在加载' })).toBeNull()
})

test('says what an empty list is for and the one thing to do', async () => {
  server.use(http.get('*/api/v1/people', () => answer([])))
  renderPart(<PeopleList />)
  expect(await screen.findByText('还没有人')).toBeVisible()
  expect(screen.getByRole('link', { name: '去导入' })).toBeVisible()
})

test('says of an empty filtered list that the filters are the cause', async () => {
  server.use(http.get('*/api/v1/people', () => answer([])))
  renderPart(<PeopleList isFiltered />)
  expect(await screen.findByText('没有符合条件的记录')).toBeVisible()
  expect(screen.queryByText('还没有人')).toBeNull()
})

test('shows the server’s reason for a failure and loads on retry', async () => {
  server.use(
    http.get('*/api/v1/people', () =>
      problem(503, 'unavailable', '数据库暂时不可用', { detail: '请稍后再试。' }),
    ),
  )
  renderPart(<PeopleList />)
  expect(await screen.findByRole('alert')).toHaveTextContent('数据库暂时不可用请稍后再试。编号 request-1')
  server.use(http.get('*/api/v1/people', () => answer([{ id: '1', name: '何晓东', age: 41 }])))
  await userEvent.click(screen.getByRole('button', { name: '重试' }))
  expect(await screen.findByRole('cell', { name: '何晓东' })).toBeVisible()
})

test('says that there is no network when there is none', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  server.use(http.get('*/api/v1/people', () => HttpResponse.error()))
  renderPart(<PeopleList />)
  expect(await screen.findByText('当前没有网络')).toBeVisible()
  expect(screen.queryByRole('alert')).toBeNull()
})

test('appends the next page by its cursor and asks for the total once', async () => {
  const asked: string[] = []
  server.use(
    http.get('*/api/v1/people', ({ request }) => {
      const { searchParams } = new URL(request.url)
      asked.push(searchParams.toString())
      return searchParams.get('cursor') === 'c2'
        ? HttpResponse.json({ items: [{ id: '2', name: '赵敏', age: 35 }], next_cursor: null })
        : answer([{ id: '1', name: '何晓东', age: 41 }], 'c2', 2)
    }),
  )
  renderPart(<PeopleList />)
  await userEvent.click(await screen.findByRole('button', { name: '显示更多' }))
  expect(await screen.findByRole('cell', { name: '赵敏' })).toBeVisible()
  expect(screen.getByRole('cell', { name: '何晓东' })).toBeVisible()
  expect(screen.getByText('已显示 2 条，共 2 条')).toBeVisible()
  expect(screen.queryByRole('button', { name: '显示更多' })).toBeNull()
  expect(asked).toEqual(['limit=50&include_total=true', 'cursor=c2&limit=50&include_total=false'])
})

test('reports the sort in the API’s words', async () => {
  server.use(http.get('*/api/v1/people', () => answer([{ id: '1', name: '何晓东', age: 41 }])))
  const sorts: (string | undefined)[] = []
  renderPart(<PeopleList onSort={(sort) => sorts.push(sort)} />)
  await userEvent.click(await screen.findByRole('columnheader', { name: /姓名/ }))
  expect(sorts).toEqual(['name'])
})

test('keeps the choice of columns for the next visit', async () => {
  server.use(http.get('*/api/v1/people', () => answer([{ id: '1', name: '何晓东', age: 41 }])))
  const first = renderPart(<PeopleList />)
  await screen.findByRole('cell', { name: '何晓东' })
  expect(screen.queryByRole('cell', { name: '41' })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: '选择列' }))
  await userEvent.click(within(await screen.findByRole('tooltip')).getByRole('checkbox', { name: '年龄' }))
  expect(await screen.findByRole('cell', { name: '41' })).toBeVisible()
  first.unmount()
  renderPart(<PeopleList />)
  expect(await screen.findByRole('cell', { name: '41' })).toBeVisible()
})
