import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { ifMatch, read } from '@/shared/api/client'
import type { TaskAction, TaskActionIn, TaskChangeIn, TaskIn, TaskOut } from '@/shared/api/schema.gen'
import { api } from '../../app/api'
import { listQuery } from '../../components/list-query'
import { filtersOf, stateOf, type TasksSearch, type TasksView } from './tasks-search'

export function tasksQuery(view: TasksView, { q, state, organisation_id, sort }: TasksSearch) {
  const filters = {
    ...filtersOf(view),
    q: q ?? null,
    state: stateOf(state),
    organisation_id: organisation_id ?? null,
    scope: 'subtree' as const,
    sort: sort ?? null,
  }
  return listQuery(['tasks', filters], ({ signal, cursor, ...page }) => {
    const query = { ...filters, cursor: cursor ?? null, ...page }
    return read(api.GET('/api/v1/tasks', { params: { query }, signal }))
  })
}

export function taskQuery(id: string) {
  const params = { path: { task_id: id } }
  return queryOptions({
    queryKey: ['tasks', id],
    queryFn: ({ signal }) => read(api.GET('/api/v1/tasks/{task_id}', { params, signal })),
  })
}

/** Who can be made responsible for a task of an organisation, the nearest first. */
export function assigneesQuery(organisationId: string | undefined, typed: string) {
  return queryOptions({
    queryKey: ['tasks', 'assignees', organisationId, typed],
    enabled: organisationId !== undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const query = { organisation_id: organisationId ?? '', q: typed === '' ? null : typed }
      return read(api.GET('/api/v1/tasks/assignees', { params: { query }, signal }))
    },
  })
}

function useReadAnew() {
  const queries = useQueryClient()
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['tasks'] }),
      queries.invalidateQueries({ queryKey: ['history'] }),
      queries.invalidateQueries({ queryKey: ['me', 'home'] }),
    ])
}

export function useGiveTask() {
  const readAnew = useReadAnew()
  return useMutation({
    mutationFn: (body: TaskIn) => read(api.POST('/api/v1/tasks', { body })),
    onSuccess: readAnew,
  })
}

export function useChangeTask(task: TaskOut) {
  const readAnew = useReadAnew()
  return useMutation({
    mutationFn: (body: TaskChangeIn) => {
      const params = { path: { task_id: task.id }, header: ifMatch(task) }
      return read(api.PATCH('/api/v1/tasks/{task_id}', { params, body }))
    },
    onSettled: readAnew,
  })
}

export function useActOnTask(id: string) {
  const readAnew = useReadAnew()
  return useMutation({
    mutationFn: ({ action, ...body }: TaskActionIn & { readonly action: TaskAction }) =>
      read(
        api.POST('/api/v1/tasks/{task_id}/actions/{action}', {
          params: { path: { task_id: id, action } },
          body,
        }),
      ),
    onSettled: readAnew,
  })
}
