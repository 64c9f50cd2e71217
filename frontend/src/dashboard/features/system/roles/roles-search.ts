import type { AssignmentState, Role } from '@/shared/api/schema.gen'
import { type SearchParams, searchOf } from '../../../app/search-params'

export const rolesSearch = searchOf('organisation_id', 'view', 'role', 'state', 'q')
export type RolesSearch = SearchParams<'organisation_id' | 'view' | 'role' | 'state' | 'q'>

export const ROLES: readonly Role[] = [
  'system_admin',
  'security_admin',
  'auditor',
  'committee_officer',
  'committee_leader',
  'department_leader',
  'secretary',
  'clerk',
  'member',
  'reviewer',
  'rater',
]

/** Never held by one person (separation of the three administrators). */
export const SEPARATED: readonly Role[] = ['system_admin', 'security_admin', 'auditor']

/** Where the roles are held, seen from the chosen organisation. */
export const VIEWS = ['here', 'above', 'below'] as const
export type RolesView = (typeof VIEWS)[number]

export function viewOf(view: string | undefined): RolesView {
  return VIEWS.find((each) => each === view) ?? 'here'
}

export function roleOf(role: string | undefined): Role | null {
  return ROLES.find((each) => each === role) ?? null
}

/** Roles that are held now, unless the address asks for ended ones. */
export function assignmentStateOf(state: string | undefined): AssignmentState {
  return state === 'ended' ? 'ended' : 'active'
}
