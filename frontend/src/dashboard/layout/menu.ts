import type { Permission } from '../auth/permissions'
import type { layoutText } from './layout-text'

export interface MenuEntry {
  readonly to: string
  readonly label: keyof typeof layoutText
  readonly permission: Permission
}

export interface MenuSection {
  readonly label: keyof typeof layoutText | null
  readonly entries: readonly MenuEntry[]
}

export const MENU: readonly MenuSection[] = [
  {
    label: null,
    entries: [
      { to: '/', label: 'home', permission: 'home.read' },
      { to: '/organisations', label: 'organisations', permission: 'organisations.read' },
      { to: '/members', label: 'members', permission: 'members.read' },
      { to: '/secretaries', label: 'secretaries', permission: 'secretaries.read' },
      { to: '/duty', label: 'duty', permission: 'duty_rounds.read' },
      { to: '/volunteering', label: 'volunteering', permission: 'volunteering.read' },
      { to: '/imports', label: 'imports', permission: 'imports.prepare' },
      { to: '/tasks', label: 'tasks', permission: 'tasks.read' },
    ],
  },
  {
    label: 'system',
    entries: [
      { to: '/system/users', label: 'users', permission: 'users.read' },
      { to: '/system/role-assignments', label: 'role_assignments', permission: 'role_assignments.read' },
      { to: '/system/audit', label: 'audit', permission: 'audit.read' },
      { to: '/system/calendar', label: 'calendar', permission: 'calendar.write' },
    ],
  },
]

/** The entries that somebody may open, without sections that are left empty. */
export function visibleMenu(
  mayOpen: (entry: MenuEntry) => boolean,
  menu: readonly MenuSection[] = MENU,
): readonly MenuSection[] {
  return menu
    .map(({ label, entries }) => ({ label, entries: entries.filter(mayOpen) }))
    .filter(({ entries }) => entries.length > 0)
}

/** One's own talk, ballot and result are opened from the home page by whoever they are for, whatever the role. */
const OPEN_TO_ALL = /^\/(secretaries\/talks\/(?!new$)[^/]+|duty\/(ballots|my-results)(\/[^/]+)?)$/

/** The entry that a page belongs to: pages below an entry need what the entry needs. */
export function entryOf(path: string, menu: readonly MenuSection[] = MENU): MenuEntry | undefined {
  if (OPEN_TO_ALL.test(path)) return undefined
  return menu
    .flatMap(({ entries }) => entries)
    .find(({ to }) => path === to || (to !== '/' && path.startsWith(`${to}/`)))
}
