import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { problem, renderAt, server, signedIn } from '../support/desk'
import { organisation, organisationAnswers, TREE } from './answers'

const READER = ['home.read', 'organisations.read', 'members.read']
const OFFICER = [...READER, 'organisations.write']

function answer(permissions: readonly string[] = READER) {
  server.use(...signedIn({ permissions }), ...organisationAnswers())
}

const outline = () => screen.findByRole('treegrid', { name: '组织树' })
const names = (grid: HTMLElement) =>
  [...grid.querySelectorAll('tr[data-id]')].map((row) => row.getAttribute('data-id'))

async function outlineWithFocus() {
  const grid = await outline()
  grid.focus()
  return { grid, user: userEvent.setup({ delay: null }) }
}

test('opens with the top and its children, each with what stands below it', async () => {
  answer()
  await renderAt('/organisations')
  const grid = await outline()
  expect(names(grid)).toEqual(['organisation-1', 'finance', 'audit'])
  const top = within(grid).getByRole('row', { name: /明州区直机关工委/ })
  expect(top).toHaveAttribute('aria-expanded', 'true')
  expect(within(top).getByText('4')).toBeVisible()
  expect(await within(grid).findByText('47')).toBeVisible()
})

test('arrows move, open and close; the row that is reached is told to screen readers', async () => {
  answer()
  await renderAt('/organisations')
  const { grid, user } = await outlineWithFocus()
  await user.keyboard('{ArrowDown}{ArrowRight}')
  expect(names(grid)).toEqual(['organisation-1', 'finance', 'office', 'retired', 'audit'])
  await user.keyboard('{ArrowRight}')
  const current = document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')
  expect(current).toHaveAttribute('data-id', 'office')
  expect(current).toHaveAttribute('aria-level', '3')
  expect(current).toHaveAttribute('aria-setsize', '2')
  await user.keyboard('{ArrowLeft}{ArrowLeft}')
  expect(names(grid)).toEqual(['organisation-1', 'finance', 'audit'])
})

test('Enter shows the organisation and puts it into the address', async () => {
  answer()
  const { router } = await renderAt('/organisations')
  const { user } = await outlineWithFocus()
  await user.keyboard('{End}{Enter}')
  expect(await screen.findByRole('heading', { name: '审计局党支部' })).toBeVisible()
  expect(router.state.location.search).toEqual({ selected: 'audit' })
})

test('an address with a selection opens the way to it', async () => {
  answer()
  await renderAt('/organisations?selected=retired')
  const grid = await outline()
  expect(names(grid)).toContain('retired')
  expect(within(grid).getByRole('row', { selected: true })).toHaveAttribute('data-id', 'retired')
})

test('another day is asked of the server, named above the outline, and left by one click', async () => {
  answer()
  const asked: (string | null)[] = []
  server.use(
    http.get('*/api/v1/organisations/tree', ({ request }) => {
      asked.push(new URL(request.url).searchParams.get('as_of'))
      return HttpResponse.json({ as_of: '2008-12-31', items: TREE })
    }),
  )
  await renderAt('/organisations?as_of=2008-12-31')
  expect(await screen.findByText('以下为 2008年12月31日 的情况')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '回到今天' }))
  await waitFor(() => expect(asked).toEqual(['2008-12-31', null]))
  expect(screen.queryByText('以下为 2008年12月31日 的情况')).not.toBeInTheDocument()
})

test('a search lists what it finds with where it stands, and Down leads from the field into it', async () => {
  answer()
  const asked: (string | null)[] = []
  server.use(
    http.get('*/api/v1/organisations', ({ request }) => {
      asked.push(new URL(request.url).searchParams.get('q'))
      return HttpResponse.json({ items: [organisation('audit')], next_cursor: null, total: 1 })
    }),
  )
  const { router } = await renderAt('/organisations')
  const user = userEvent.setup({ delay: null })
  await user.click(await screen.findByRole('textbox', { name: '名称、代码或拼音首字母' }))
  await user.paste('sjj')
  const found = await screen.findByRole('link', { name: /审计局党支部.*明州区直机关工委/ })
  expect(asked.at(-1)).toBe('sjj')
  await user.keyboard('{ArrowDown}')
  expect(found).toHaveFocus()
  await user.keyboard('{Enter}')
  await waitFor(() => expect(router.state.location.search).toEqual({ selected: 'audit' }))
})

test('Alt and an arrow change the protocol order, against the version that was read', async () => {
  answer(OFFICER)
  const sent: unknown[] = []
  server.use(
    http.patch('*/api/v1/organisations/:id', async ({ request, params }) => {
      sent.push([params.id, request.headers.get('If-Match'), await request.json()])
      return HttpResponse.json(organisation(String(params.id)))
    }),
  )
  await renderAt('/organisations')
  const { user } = await outlineWithFocus()
  await user.keyboard('{ArrowDown}{Alt>}{ArrowDown}{/Alt}')
  await waitFor(() => expect(sent).toEqual([['finance', '"3"', { position: 2 }]]))
  expect(await screen.findByText('“财政局党总支”已排到第 2 位')).toBeInTheDocument()
})

test('who may only read cannot change the order', async () => {
  answer()
  await renderAt('/organisations')
  const { grid, user } = await outlineWithFocus()
  // An answer to PATCH is missing on purpose: a request would fail the test.
  await user.keyboard('{ArrowDown}{Alt>}{ArrowDown}{/Alt}')
  expect(names(grid)).toEqual(['organisation-1', 'finance', 'audit'])
  expect(grid.querySelector('tr[draggable=true]')).toBeNull()
})

test('an empty tree says how to fill it', async () => {
  answer([...READER, 'imports.prepare'])
  server.use(
    http.get('*/api/v1/organisations/tree', () => HttpResponse.json({ as_of: '2026-11-22', items: [] })),
  )
  await renderAt('/organisations')
  expect(await screen.findByText('还没有党组织')).toBeVisible()
  expect(screen.getByRole('link', { name: '导入党组织' })).toHaveAttribute('href', '/imports')
})

test('a failure says what happened, and trying again helps', async () => {
  answer()
  let isDown = true
  server.use(
    http.get('*/api/v1/organisations/tree', () =>
      isDown
        ? problem(503, 'unavailable', '服务器暂时不可用')
        : HttpResponse.json({ as_of: '2026-11-22', items: TREE }),
    ),
  )
  await renderAt('/organisations')
  const alert = await screen.findByText('服务器暂时不可用')
  expect(alert).toBeVisible()
  isDown = false
  await userEvent.click(screen.getByRole('button', { name: '重试' }))
  expect(names(await outline())).toEqual(['organisation-1', 'finance', 'audit'])
})
