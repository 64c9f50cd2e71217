import type { HomeTask } from '@/shared/api/session-types'
import { daysBetween } from '@/shared/format/format'

export type TaskGroupName = 'tasks_overdue' | 'tasks_today' | 'tasks_week' | 'tasks_later'

export interface TaskGroup {
  readonly name: TaskGroupName
  readonly tasks: readonly HomeTask[]
}

const WEEK = 7
const ORDER: readonly TaskGroupName[] = ['tasks_overdue', 'tasks_today', 'tasks_week', 'tasks_later']

/** Tasks by how near their date is, seen from `today`; the most pressing first, empty groups left out. */
export function groupTasks(tasks: readonly HomeTask[], today: string): readonly TaskGroup[] {
  const byDate = [...tasks].sort((one, other) => one.due_on.localeCompare(other.due_on))
  return ORDER.map((name) => ({
    name,
    tasks: byDate.filter(({ due_on }) => groupOf(daysBetween(today, due_on)) === name),
  })).filter((group) => group.tasks.length > 0)
}

function groupOf(daysLeft: number): TaskGroupName {
  if (daysLeft < 0) return 'tasks_overdue'
  if (daysLeft === 0) return 'tasks_today'
  return daysLeft <= WEEK ? 'tasks_week' : 'tasks_later'
}
