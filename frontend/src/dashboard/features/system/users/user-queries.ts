import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { ifMatch, read } from '@/shared/api/client'
import type { UserAction, UserActionIn, UserChangeIn, UserIn, UserOut } from '@/shared/api/schema.gen'
import { api } from '../../../app/api'
import { listQuery } from '../../../components/list-query'
import { type UsersSearch, userStateOf } from './users-search'

const FOUND_AT_MOST = 20

export function usersQuery({ q, state, organisation_id, sort }: UsersSearch) {
  return listQuery(['users', { q, state, organisation_id, sort }], ({ signal, cursor, ...page }) => {
    const filters = {
      q: q ?? null,
      state: userStateOf(state),
      organisation_id: organisation_id ?? null,
      sort: sort ?? null,
    }
    const query = { ...filters, scope: 'subtree' as const, cursor: cursor ?? null, ...page }
    return read(api.GET('/api/v1/users', { params: { query }, signal }))
  })
}

export function userQuery(id: string) {
  const params = { path: { user_id: id } }
  return queryOptions({
    queryKey: ['users', id],
    queryFn: ({ signal }) => read(api.GET('/api/v1/users/{user_id}', { params, signal })),
  })
}

/** Accounts in use whose user name or name contains `text`; the first few without it. */
export function userOptionsQuery(text: string) {
  return queryOptions({
    queryKey: ['users', 'found', text],
    queryFn: ({ signal }) => {
      const query = { q: text || null, state: 'active' as const, limit: FOUND_AT_MOST }
      return read(api.GET('/api/v1/users', { params: { query }, signal }))
    },
  })
}

/** Enters an account. */
export function useCreateUser() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: UserIn) => read(api.POST('/api/v1/users', { body })),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['users'] }),
        queries.invalidateQueries({ queryKey: ['enrolments'] }),
      ]),
  })
}

export function useChangeUser(user: UserOut) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: UserChangeIn) => {
      const params = { path: { user_id: user.id }, header: ifMatch(user) }
      return read(api.PATCH('/api/v1/users/{user_id}', { params, body }))
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['users'] }),
        queries.invalidateQueries({ queryKey: ['enrolments'] }),
        queries.invalidateQueries({ queryKey: ['history'] }),
      ]),
  })
}

export function useActOnUser(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ action, ...body }: UserActionIn & { readonly action: UserAction }) =>
      read(
        api.POST('/api/v1/users/{user_id}/actions/{action}', {
          params: { path: { user_id: id, action } },
          body,
        }),
      ),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['users'] }),
        queries.invalidateQueries({ queryKey: ['enrolments'] }),
        queries.invalidateQueries({ queryKey: ['history'] }),
      ]),
  })
}
