import { expect, test } from 'vitest'
import { entryOf, visibleMenu } from '@/dashboard/layout/menu'

const paths = (permissions: readonly string[]) =>
  visibleMenu(({ permission }) => permissions.includes(permission)).map(({ label, entries }) => [
    label,
    ...entries.map(({ to }) => to),
  ])

test('shows what the role may open and no empty section', () => {
  expect(paths(['home.read', 'members.read'])).toEqual([[null, '/', '/members']])
  expect(paths(['home.read', 'audit.read'])).toEqual([
    [null, '/'],
    ['system', '/system/audit'],
  ])
  expect(paths([])).toEqual([])
})

test('a talk is opened by whoever it was with; the list and the form need the entry’s permission', () => {
  const menu = [
    {
      label: null,
      entries: [{ to: '/secretaries', label: 'secretaries', permission: 'secretaries.read' }],
    },
  ] as const
  expect(entryOf('/secretaries/talks/talk-1', menu)).toBeUndefined()
  expect(entryOf('/secretaries/talks', menu)?.to).toBe('/secretaries')
  expect(entryOf('/secretaries/talks/new', menu)?.to).toBe('/secretaries')
  expect(entryOf('/secretaries/talks/talk-1/edit', menu)?.to).toBe('/secretaries')
})
