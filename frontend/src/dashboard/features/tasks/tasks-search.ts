import type { Mine, TaskState } from '@/shared/api/schema.gen'
import { type SearchParams, searchOf } from '../../app/search-params'
import type { Permission } from '../../auth/permissions'

export const tasksSearch = searchOf('view', 'q', 'state', 'organisation_id', 'sort')
export type TasksSearch = SearchParams<'view' | 'q' | 'state' | 'organisation_id' | 'sort'>

/** What a new task may be filled in with, from the page that suggests it. */
export const newTaskSearch = searchOf('organisation_id', 'title', 'origin_type', 'origin_id')
export type NewTaskSearch = SearchParams<'organisation_id' | 'title' | 'origin_type' | 'origin_id'>

export const VIEWS = ['owed', 'to_verify', 'given', 'overdue', 'all'] as const
export type TasksView = (typeof VIEWS)[number]

export const STATES: readonly TaskState[] = ['open', 'in_progress', 'submitted', 'verified', 'cancelled']

/** The chosen view; at first what the role does with tasks: work on them, verify them, or look. */
export function viewOf(view: string | undefined, can: (permission: Permission) => boolean): TasksView {
  const chosen = VIEWS.find((each) => each === view)
  if (chosen !== undefined) return chosen
  if (can('tasks.work')) return 'owed'
  return can('tasks.verify') ? 'to_verify' : 'all'
}

export function stateOf(state: string | undefined): TaskState | null {
  return STATES.find((each) => each === state) ?? null
}

/** What a view asks the server for. */
export function filtersOf(view: TasksView): { readonly mine: Mine | null; readonly overdue: true | null } {
  if (view === 'overdue') return { mine: null, overdue: true }
  return { mine: view === 'all' ? null : view, overdue: null }
}
