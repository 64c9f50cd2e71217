import { expect, test } from 'vitest'
import { groupTasks } from '@/dashboard/features/home/task-groups'

const task = (id: string, due_on: string) => ({
  id,
  due_on,
  title: id,
  late: false,
  organisation_name: '',
  path: '',
})

test('groups by nearness of the date, each in order, the limits counted in days', () => {
  const tasks = [
    task('eighth', '2026-11-30'),
    task('seventh', '2026-11-29'),
    task('tomorrow', '2026-11-23'),
    task('today', '2026-11-22'),
    task('yesterday', '2026-11-21'),
    task('long ago', '2025-11-21'),
  ]
  const groups = groupTasks(tasks, '2026-11-22').map(({ name, tasks }) => [name, tasks.map(({ id }) => id)])
  expect(groups).toEqual([
    ['tasks_overdue', ['long ago', 'yesterday']],
    ['tasks_today', ['today']],
    ['tasks_week', ['tomorrow', 'seventh']],
    ['tasks_later', ['eighth']],
  ])
})
