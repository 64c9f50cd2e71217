import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import type { ArchiveOut, ObjectionOut } from '@/shared/api/schema.gen'
import { problem, renderAt, server, signedIn } from '../support/desk'

const ARCHIVE: ArchiveOut = {
  as_of: '2026-11-22',
  person: {
    id: 'person-1',
    name: '陈晓',
    sex: 'male',
    birth_on: '1980-05-01',
    nationality: '汉族',
    education: '大学本科',
    organisation_name: '区财政局机关支部',
  },
  posts: [{ organisation_name: '区财政局总支部', title: '书记', from_on: '2025-03-01' }],
  sections: [
    {
      code: 'appointments',
      title: '任职经历',
      columns: [
        { code: 'post', title: '职务', wide: false, dated: false },
        { code: 'to_on', title: '离任', wide: false, dated: true },
        { code: 'note', title: '说明', wide: true, dated: false },
      ],
      rows: [
        {
          occurred_on: '2025-03-01',
          late: true,
          delay_days: 12,
          cells: { post: '书记', to_on: '2025-09-01', note: '换届当选' },
        },
        {
          occurred_on: '2025-09-01',
          late: false,
          delay_days: 0,
          cells: { post: '书记', to_on: '在任', note: '' },
        },
      ],
      empty: '没有任职记录',
    },
    { code: 'talks', title: '谈话', columns: [], rows: [], empty: '没有谈话记录' },
  ],
  limited_to: null,
}

const OBJECTION: ObjectionOut = {
  id: 'objection-1',
  version: 1,
  state: 'upheld',
  allowed_actions: [],
  created_at: '2026-11-01T02:00:00Z',
  updated_at: '2026-11-05T02:00:00Z',
  organisation_id: 'organisation-2',
  organisation_name: '区财政局机关支部',
  person_id: 'person-1',
  name: '陈晓',
  about_type: 'archive',
  about_id: 'person-1',
  about_part: '任职经历',
  text: '任职日期应为 2025年2月',
  answer: '经核查属实，已更正',
  decided_on: '2026-11-05',
}

test('assembles the sections that the server answers, as of a day, with files to take along', async () => {
  const asked: (string | null)[] = []
  server.use(
    ...signedIn({ permissions: ['secretaries.read', 'archives.read'] }),
    http.get('*/api/v1/secretaries/appointment-1/archive', ({ request }) => {
      asked.push(new URL(request.url).searchParams.get('as_of'))
      return HttpResponse.json(ARCHIVE)
    }),
  )
  await renderAt('/secretaries/appointment-1/archive?as_of=2026-06-30')
  expect(await screen.findByRole('heading', { level: 1, name: '陈晓的工作实绩档案' })).toBeVisible()
  expect(asked).toEqual(['2026-06-30'])
  const sheet = screen.getByRole('article', { name: '书记工作实绩档案' })
  expect(sheet).toHaveTextContent('区财政局总支部书记（2025年3月1日起）')
  const posts = within(sheet).getByRole('region', { name: '任职经历' })
  expect(posts).toHaveTextContent(
    '2025年3月1日 补录，晚 12 天书记2025年9月1日说明 换届当选2025年9月1日书记在任',
  )
  expect(within(sheet).getByRole('region', { name: '谈话' })).toHaveTextContent('没有谈话记录')
  for (const name of ['下载 Word', '下载 PDF', '打印'])
    expect(screen.getByRole('button', { name })).toBeEnabled()
  expect(screen.queryByRole('button', { name: /提出异议/ })).toBeNull()
})

test('one’s own archive takes an objection to a section and shows the answer', async () => {
  let sent: unknown
  server.use(
    ...signedIn({ permissions: ['home.read', 'objections.file'], person_id: 'person-1' }),
    http.get('*/api/v1/me/archive', () => HttpResponse.json(ARCHIVE)),
    http.get('*/api/v1/objections', ({ request }) => {
      const isOwn = new URL(request.url).searchParams.get('person_id') === 'person-1'
      return HttpResponse.json({ items: isOwn ? [OBJECTION] : [], next_cursor: null })
    }),
    http.post('*/api/v1/objections', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json(OBJECTION, { status: 201 })
    }),
  )
  await renderAt('/account/archive')
  const own = await screen.findByRole('region', { name: '我的异议' })
  expect(await within(own).findByRole('listitem')).toHaveTextContent(
    '任职经历任职日期应为 2025年2月答复 经核查属实，已更正2026年11月1日 10:00 提出 · 2026年11月5日 作出结论 异议成立',
  )
  await userEvent.click(screen.getByRole('button', { name: '提出异议 谈话' }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.type(within(dialog).getByRole('textbox', { name: '异议内容' }), '缺一次谈话')
  await userEvent.click(within(dialog).getByRole('button', { name: '提交异议' }))
  expect(await screen.findByText('异议已提交，等待核查')).toBeVisible()
  expect(sent).toEqual({ about_type: 'archive', about_part: '谈话', text: '缺一次谈话' })
})

test('an account that stands for nobody is told what to do', async () => {
  server.use(
    ...signedIn({ permissions: ['home.read'] }),
    http.get('*/api/v1/me/archive', () =>
      problem(409, 'no_person', '账号没有对应人员', { detail: '请联系系统管理员关联后再试。' }),
    ),
  )
  await renderAt('/account/archive')
  expect(await screen.findByRole('alert')).toHaveTextContent('账号没有对应人员请联系系统管理员关联后再试。')
  expect(screen.queryByRole('button', { name: '下载 PDF' })).toBeNull()
})
