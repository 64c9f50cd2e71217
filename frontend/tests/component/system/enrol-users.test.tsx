import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { delay, HttpResponse, http } from 'msw'
import { expect, test, vi } from 'vitest'
import { csvOf } from '@/dashboard/features/system/enrolment/account-slips'
import { problem, renderAt, server, signedIn } from '../support/desk'
import { answerEnrolments, CHEN, LI, type SentUser, takeUsers, WANG } from './enrolment-bodies'

const PERMISSIONS = ['home.read', 'users.read', 'users.write']

async function renderEnrol(search = '') {
  server.use(...signedIn({ permissions: PERMISSIONS }))
  const desk = await renderAt(`/system/users/enrol${search}`)
  await screen.findByRole('row', { name: /王芳/ })
  return desk
}

async function confirm(label: string) {
  await userEvent.click(await screen.findByRole('button', { name: label }))
  const dialog = await screen.findByRole('dialog')
  const text = dialog.textContent
  await userEvent.click(within(dialog).getByRole('button', { name: label }))
  return text
}

test('opens accounts for those who are ticked', async () => {
  const asked = answerEnrolments([WANG, LI, CHEN])
  const sent = takeUsers()
  await renderEnrol('?secretaries=only&organisation_id=organisation-1&q=w')
  expect(Object.fromEntries(asked[0] ?? [])).toMatchObject({
    lacking: 'account',
    scope: 'subtree',
    organisation_id: 'organisation-1',
    secretaries: 'true',
    q: 'w',
  })
  expect(screen.getByRole('row', { name: /李强/ })).toHaveTextContent('书记')
  for (const name of [/王芳/, /陈静/]) {
    await userEvent.click(within(screen.getByRole('row', { name })).getByRole('checkbox'))
  }
  expect(await confirm('为 2 人开通账号')).toContain('王芳、陈静。')
  expect(await screen.findByText('已为 2 人开通账号')).toBeVisible()
  expect(sent).toEqual([
    {
      person_id: 'person-1',
      display_name: '王芳',
      organisation_id: 'organisation-2',
      password: expect.stringMatching(/^[A-Za-z].{13}$/),
    },
    {
      person_id: 'person-3',
      display_name: '陈静',
      organisation_id: 'organisation-3',
      password: expect.stringMatching(/^[A-Za-z].{13}$/),
    },
  ])
  const table = screen.getByRole('table', { name: '账号和临时密码' })
  expect(within(table).getByRole('row', { name: /王芳/ })).toHaveTextContent(
    `王芳wangfang${sent[0]?.password}`,
  )
  expect(within(table).getByText('区民政局党支部（1 人）')).toBeVisible()
})

test('opens accounts for all that the filters leave, and goes on after a failure', async () => {
  const asked = answerEnrolments([WANG, LI], [CHEN])
  const sent = takeUsers()
  server.use(
    http.post('*/api/v1/users', async ({ request }) => {
      const body: SentUser = JSON.parse(await request.clone().text())
      if (body.display_name !== '李强') return undefined
      return problem(409, 'person_has_account', '此人已有账号', { detail: '李强已有账号“liqiang”' })
    }),
  )
  await renderEnrol()
  expect(await confirm('为 3 人开通账号')).toContain('全部 3 人')
  expect(await screen.findByText('已为 2 人开通账号')).toBeVisible()
  expect(asked.filter((one) => one.get('limit') === '200').map((one) => one.get('cursor'))).toEqual([
    null,
    '1',
  ])
  expect(sent.map(({ display_name }) => display_name)).toEqual(['王芳', '陈静'])
  expect(screen.getByText('没有办成的（1）')).toBeVisible()
  expect(screen.getByText('李强（区财政局第一党支部）：李强已有账号“liqiang”')).toBeVisible()
})

test('stops where it is told to, and where the network ends', async () => {
  answerEnrolments([WANG, LI, CHEN])
  const names: string[] = []
  server.use(
    http.post('*/api/v1/users', async ({ request }) => {
      const body: SentUser = JSON.parse(await request.text())
      names.push(body.display_name)
      await delay(300)
      return names.length > 1 ? HttpResponse.error() : HttpResponse.json({ username: 'wangfang' })
    }),
  )
  await renderEnrol()
  await confirm('为 3 人开通账号')
  expect(await screen.findByText('已办理 0 / 3')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '停止办理' }))
  expect(await screen.findByText(/还有 2 项没有办理/)).toBeVisible()
  expect(names).toEqual(['王芳'])
  await userEvent.click(screen.getByRole('button', { name: '返回名单' }))
  await userEvent.click(await screen.findByRole('button', { name: '仍然离开' }))
  await confirm('为 3 人开通账号')
  expect(await screen.findByText('王芳（区财政局第一党支部）：没有连上服务器')).toBeVisible()
  expect(names).toEqual(['王芳', '王芳'])
})

test('makes new temporary passwords for those who never signed in', async () => {
  const asked = answerEnrolments([{ ...WANG, user_id: 'user-3', username: 'wangfang' }])
  let sent: unknown
  server.use(
    http.post('*/api/v1/users/user-3/actions/reset_password', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ username: 'wangfang' })
    }),
  )
  await renderEnrol('?lacking=sign_in')
  expect(asked[0]?.get('lacking')).toBe('sign_in')
  expect(screen.getByRole('row', { name: /王芳/ })).toHaveTextContent('wangfang')
  expect(await confirm('为 1 人重新生成临时密码')).toContain('原来的临时密码立即失效')
  expect(await screen.findByText('已为 1 人重新生成临时密码')).toBeVisible()
  expect(sent).toEqual({ password: expect.stringMatching(/^.{14}$/) })
})

test('asks before passwords are left that are neither printed nor downloaded', async () => {
  answerEnrolments([WANG])
  const sent = takeUsers()
  server.use(http.get('*/api/v1/users', () => HttpResponse.json({ items: [], next_cursor: null, total: 0 })))
  const { router } = await renderEnrol()
  await confirm('为 1 人开通账号')
  await screen.findByText('已为 1 人开通账号')
  const leave = () => userEvent.click(within(screen.getByRole('main')).getByRole('link', { name: '用户' }))
  await leave()
  expect(await screen.findByText(/还没有打印或下载/)).toBeVisible()
  expect(router.state.location.pathname).toBe('/system/users/enrol')
  await userEvent.click(screen.getByRole('button', { name: '留在这里' }))

  const saved: Blob[] = []
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue()
  vi.spyOn(URL, 'createObjectURL').mockImplementation((content) => {
    if (content instanceof Blob) saved.push(content)
    return 'blob:slips'
  })
  await userEvent.click(screen.getByRole('button', { name: '下载表格' }))
  const bytes = new Uint8Array(await (saved[0] ?? new Blob()).arrayBuffer())
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(new TextDecoder().decode(bytes)).toBe(
    `姓名,组织,用户名,临时密码\r\n王芳,区财政局第一党支部,wangfang,${sent[0]?.password}\r\n`,
  )
  await leave()
  await vi.waitFor(() => expect(router.state.location.pathname).toBe('/system/users'))
})

test('prints a slip for each with where to sign in', async () => {
  answerEnrolments([WANG])
  takeUsers()
  const print = vi.fn()
  vi.stubGlobal('print', print)
  await renderEnrol()
  await confirm('为 1 人开通账号')
  const note = await screen.findByText('首次登录须修改密码')
  expect(note.parentElement).toHaveTextContent(/明州区直机关工委王芳.*localhost.*wangfang/)
  await userEvent.click(screen.getByRole('button', { name: '打印密码条' }))
  expect(print).toHaveBeenCalledOnce()
  await userEvent.click(screen.getByRole('button', { name: '返回名单' }))
  expect(await screen.findByRole('row', { name: /王芳/ })).toBeVisible()
})

test('a cell of the table is never a formula', () => {
  expect(csvOf([['=1+1', '+86', '-2', '@x', 'a,"b"', '王芳']])).toBe(
    '\uFEFF\'=1+1,\'+86,\'-2,\'@x,"a,""b""",王芳\r\n',
  )
})

test('is not there for who may only read accounts', async () => {
  server.use(...signedIn({ permissions: ['users.read'] }))
  await renderAt('/system/users/enrol')
  expect(await screen.findByRole('heading', { name: '没有这个页面' })).toBeVisible()
})
