import type { permissionsText } from './permissions-text'

type GroupName = Extract<keyof typeof permissionsText, `group_${string}`>

export interface PermissionGroup {
  readonly name: GroupName
  readonly permissions: readonly string[]
}

const GROUPS: readonly { readonly name: GroupName; readonly nouns: readonly string[] }[] = [
  { name: 'group_home', nouns: ['home'] },
  { name: 'group_organisations', nouns: ['organisations', 'organisation_changes', 'terms', 'units'] },
  { name: 'group_members', nouns: ['members'] },
  {
    name: 'group_secretaries',
    nouns: ['secretaries', 'nominations', 'inspections', 'inspection_notes'],
  },
  {
    name: 'group_volunteering',
    nouns: [
      'volunteering',
      'volunteer_teams',
      'activities',
      'excluded_words',
      'attendance',
      'volunteer_hours',
      'certificates',
    ],
  },
  { name: 'group_imports', nouns: ['imports'] },
  { name: 'group_tasks', nouns: ['tasks'] },
  { name: 'group_files', nouns: ['files'] },
  { name: 'group_system', nouns: ['users', 'role_assignments', 'audit'] },
]

const nounOf = (permission: string) => permission.slice(0, permission.indexOf('.'))

/** Permissions by what they are about, in the order in which `known` names them; unknown ones at the end. */
export function groupPermissions(
  permissions: readonly string[],
  known: readonly string[],
): readonly PermissionGroup[] {
  const place = (permission: string) =>
    known.includes(permission) ? known.indexOf(permission) : known.length
  const unique = [...new Set(permissions)].sort((one, other) => place(one) - place(other))
  const groupOf = (permission: string) =>
    GROUPS.find(({ nouns }) => nouns.includes(nounOf(permission)))?.name ?? 'group_other'
  const names: readonly GroupName[] = [...GROUPS.map(({ name }) => name), 'group_other']
  return names
    .map((name) => ({ name, permissions: unique.filter((each) => groupOf(each) === name) }))
    .filter((group) => group.permissions.length > 0)
}
