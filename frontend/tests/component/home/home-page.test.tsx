import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { problem, renderAt, server, signedIn } from '../support/desk'

const SUMMARY = {
  organisations: { total: 1486, by_kind: { committee: 64, branch: 1422 } },
  members: { total: 21365, in_service: 15120, retired: 6245 },
  secretaries: { full_time: 61, part_time: 1390, vacant: 35 },
  terms: { serving: 1486, due_soon: 48, overdue: 12 },
}

const HOME = {
  notices: [],
  tasks: [
    task('later', '收集述职材料', '2026-12-20'),
    task('late', '书记空缺整改', '2026-11-12'),
    task('today', '核对名册', '2026-11-22'),
  ],
  waiting: [
    {
      kind: 'organisation_change',
      id: 'waiting-1',
      title: '第二党支部并入第一党支部',
      since: '2026-11-20T03:00:00Z',
      due_on: null,
      path: '/organisations/changes/waiting-1',
    },
  ],
  changes: [
    {
      recorded_at: '2026-11-22T06:12:00Z',
      actor_label: '赵敏',
      action: 'transfer',
      subject_type: 'member',
      subject_id: 'member-1',
      subject_label: '何晓东',
    },
  ],
  figures: {},
}

function task(id: string, title: string, due_on: string) {
  return { id, title, due_on, late: false, organisation_name: '第三党支部', path: `/tasks/${id}` }
}

function answer(permissions: readonly string[], home: object = HOME) {
  server.use(
    ...signedIn({ permissions }),
    http.get('*/api/v1/me/home', () => HttpResponse.json(home)),
    http.get('*/api/v1/organisations/organisation-1/summary', () => HttpResponse.json(SUMMARY)),
    http.get('*/api/v1/me/reminder', () => new HttpResponse(null, { status: 204 })),
  )
}

test('lists what is owed by date, the most pressing first, with the action on the row', async () => {
  answer(['home.read'])
  await renderAt('/')
  const owed = await screen.findByRole('region', { name: /我要办的/ })
  expect(
    within(owed)
      .getAllByRole('heading', { level: 3 })
      .map((each) => each.textContent),
  ).toEqual(['已逾期', '今天', '以后'])
  const [first] = within(owed).getAllByRole('listitem')
  expect(first).toHaveTextContent('2026年11月12日书记空缺整改第三党支部 逾期 10 天去办理书记空缺整改')
  expect(within(owed).getByRole('link', { name: '去办理 书记空缺整改' })).toHaveAttribute(
    'href',
    '/tasks/late',
  )
})

test('lists what waits for a decision and what changed, each a link', async () => {
  answer(['home.read'])
  await renderAt('/')
  expect(await screen.findByRole('link', { name: '去审核 第二党支部并入第一党支部' })).toHaveAttribute(
    'href',
    '/organisations/changes/waiting-1',
  )
  const changed = screen.getByRole('region', { name: '最近变动' })
  expect(changed).toHaveTextContent('2026年11月22日 14:12赵敏 转移 党员 何晓东')
  expect(within(changed).getByRole('link', { name: '何晓东' })).toHaveAttribute('href', '/members/member-1')
})

test('shows figures with their parts, each figure a link to its rows', async () => {
  answer(['home.read', 'organisations.read', 'members.read'])
  await renderAt('/')
  expect(await screen.findByRole('link', { name: '党员 21,365' })).toHaveAttribute('href', '/members')
  const figures = screen.getByRole('complementary', { name: '数字' })
  expect(within(figures).getByText('离退休').closest('div')).toHaveTextContent('离退休6,245')
})

test('leaves out figures of what the role may not read', async () => {
  answer(['home.read', 'organisations.read'])
  await renderAt('/')
  expect(await screen.findByRole('link', { name: '党组织 1,486' })).toBeVisible()
  expect(screen.queryByRole('link', { name: /^党员/ })).toBeNull()
})

test('says so when nothing is owed', async () => {
  answer(['home.read', 'tasks.verify'], { notices: [], tasks: [], waiting: [], changes: [], figures: {} })
  await renderAt('/')
  expect(await screen.findByText('没有待办任务')).toBeVisible()
  expect(screen.getByText('没有等您决定的事项')).toBeVisible()
})

test('leaves out what waits for a decision where the role decides nothing', async () => {
  answer(['home.read'], { notices: [], tasks: [], waiting: [], changes: [], figures: {} })
  await renderAt('/')
  expect(await screen.findByText('没有待办任务')).toBeVisible()
  expect(screen.queryByText('没有等您决定的事项')).toBeNull()
})

test('says that a page is not for the role, with the menu still there', async () => {
  answer(['home.read'])
  await renderAt('/members/new')
  expect(await screen.findByRole('heading', { level: 1, name: '没有这个页面' })).toBeVisible()
  expect(within(screen.getByRole('navigation')).getByRole('link', { name: /首页/ })).toBeVisible()
})

test('offers another try when the page cannot be loaded', async () => {
  server.use(
    ...signedIn(),
    http.get('*/api/v1/me/home', () => problem(503, 'unavailable', '服务暂时不可用')),
  )
  await renderAt('/')
  expect(await screen.findByRole('alert')).toHaveTextContent('服务暂时不可用')
  answer(['home.read'])
  await userEvent.click(screen.getByRole('button', { name: '重试' }))
  expect(await screen.findByText('书记空缺整改', { selector: '.row-title' })).toBeVisible()
})

test('speaks English after the switch and keeps it', async () => {
  answer(['home.read'])
  await renderAt('/')
  await userEvent.click(await screen.findByRole('button', { name: 'English' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Home' })).toBeVisible()
  expect(screen.getByText('10 days overdue')).toBeVisible()
  expect(document.documentElement.lang).toBe('en-US')
  expect(localStorage.getItem('gongwei.locale')).toBe('en-US')
  await userEvent.click(screen.getByRole('button', { name: '中文' }))
  expect(await screen.findByRole('heading', { level: 1, name: '首页' })).toBeVisible()
})

test('a reminder names what is due, and stays away once it was closed', async () => {
  answer(['home.read'])
  let closed = 0
  server.use(
    http.get('*/api/v1/me/reminder', () =>
      HttpResponse.json({
        day: '2026-11-22',
        tasks: [{ id: 'task-1', title: '书记空缺整改', state: 'open', due_on: '2026-11-24', late: false }],
      }),
    ),
    http.post('*/api/v1/me/reminder/actions/seen', () => {
      closed += 1
      return new HttpResponse(null, { status: 204 })
    }),
  )
  await renderAt('/')
  const reminder = await screen.findByText('今日提醒：您有 1 项任务快到期或已逾期')
  expect(reminder).toBeVisible()
  expect(screen.getByText('2026年11月24日 · 还有 2 天')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '知道了，关闭提醒' }))
  await waitFor(() => expect(closed).toBe(1))
  await waitFor(() => expect(screen.queryByText('今日提醒：您有 1 项任务快到期或已逾期')).toBeNull())
})

test('what the program cannot go on without is said with the way to mend it', async () => {
  const notice = {
    code: 'calendar_year_missing',
    title: '缺少工作日历',
    detail: '系统没有 2027 年的放假和调休安排。',
    path: '/system/calendar',
  }
  answer(['home.read'], { ...HOME, notices: [notice] })
  await renderAt('/')
  expect(await screen.findByText('系统没有 2027 年的放假和调休安排。')).toBeVisible()
  expect(screen.getByRole('link', { name: '去处理 缺少工作日历' })).toHaveAttribute(
    'href',
    '/system/calendar',
  )
})

test('what waits for a decision says since when it does', async () => {
  answer(['home.read'])
  await renderAt('/')
  const waits = await screen.findByRole('region', { name: /等我决定的/ })
  expect(within(waits).getByRole('listitem')).toHaveTextContent('2026年11月20日 11:00 起等待')
})

test('each kind that waits has its own word, and open work its figures', async () => {
  const talk = {
    kind: 'talk',
    id: 'talk-1',
    title: '待谈话：陈晓',
    since: '2026-11-20T03:00:00Z',
    due_on: '2026-11-30',
    path: '/secretaries/talks/talk-1',
  }
  answer(['home.read', 'organisations.read'], {
    ...HOME,
    waiting: [talk],
    figures: { talks_due: 16, nominations_open: null },
  })
  await renderAt('/')
  expect(await screen.findByRole('link', { name: '去办理 待谈话：陈晓' })).toHaveAttribute('href', talk.path)
  const waits = screen.getByRole('region', { name: /等我决定的/ })
  expect(within(waits).getByRole('listitem')).toHaveTextContent('待谈话：陈晓期限 2026年11月30日去办理')
  expect(await screen.findByRole('link', { name: '待谈话 16' })).toHaveAttribute(
    'href',
    '/secretaries/talks?state=scheduled',
  )
  expect(screen.queryByRole('link', { name: /在办提名/ })).toBeNull()
})
