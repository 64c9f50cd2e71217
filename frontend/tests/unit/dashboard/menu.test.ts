import { expect, test } from 'vitest'
import { visibleMenu } from '@/dashboard/layout/menu'

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
