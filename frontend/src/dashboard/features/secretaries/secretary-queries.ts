import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { ifMatch, read } from '@/shared/api/client'
import { api } from '../../app/api'
import { listQuery } from '../../components/list-query'
import {
  APPOINTMENT_STATES,
  askedOf,
  dayOf,
  POSTS,
  type SecretariesSearch,
  type VacanciesSearch,
} from './secretaries-search'
import type {
  AppointmentAct,
  AppointmentAction,
  Secretary,
  SecretaryChange,
  SecretaryIn,
} from './secretary-types'

export function secretariesQuery(search: SecretariesSearch) {
  const { q, organisation_id, as_of, post, full_time, state, sort } = search
  const filters = {
    q: q ?? null,
    organisation_id: organisation_id ?? null,
    scope: 'subtree' as const,
    as_of: dayOf(as_of),
    post: askedOf(post, POSTS),
    full_time: full_time === undefined ? null : full_time === 'true',
    state: askedOf(state, APPOINTMENT_STATES),
    sort: sort ?? null,
  }
  return listQuery(['secretaries', filters], ({ signal, cursor, ...page }) => {
    const query = { ...filters, cursor: cursor ?? null, ...page }
    return read(api.GET('/api/v1/secretaries', { params: { query }, signal }))
  })
}

/** Organisations without a secretary; each row goes by its organisation's id. */
export function vacanciesQuery({ q, organisation_id, as_of }: VacanciesSearch) {
  const filters = {
    q: q ?? null,
    organisation_id: organisation_id ?? null,
    scope: 'subtree' as const,
    as_of: dayOf(as_of),
  }
  return listQuery(['secretaries', 'vacancies', filters], async ({ signal, cursor, ...page }) => {
    const query = { ...filters, cursor: cursor ?? null, ...page }
    const found = await read(api.GET('/api/v1/secretaries/vacancies', { params: { query }, signal }))
    return { ...found, items: found.items.map((vacancy) => ({ id: vacancy.organisation_id, ...vacancy })) }
  })
}

export function secretaryQuery(id: string) {
  const params = { path: { secretary_id: id } }
  return queryOptions({
    queryKey: ['secretaries', id],
    queryFn: ({ signal }) => read(api.GET('/api/v1/secretaries/{secretary_id}', { params, signal })),
  })
}

/** Who is in office shows in lists, figures, tasks and the home page. */
export function useReadSecretariesAnew() {
  const queries = useQueryClient()
  return () =>
    Promise.all(
      [['secretaries'], ['organisations'], ['tasks'], ['history'], ['me', 'home']].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    )
}

export function useActOnAppointment(id: string) {
  const readAnew = useReadSecretariesAnew()
  return useMutation({
    mutationFn: ({ action, ...body }: AppointmentAct & { readonly action: AppointmentAction }) =>
      read(
        api.POST('/api/v1/secretaries/{secretary_id}/actions/{action}', {
          params: { path: { secretary_id: id, action } },
          body,
        }),
      ),
    onSettled: readAnew,
  })
}

export function useCorrectAppointment(secretary: Pick<Secretary, 'id' | 'version'>) {
  const readAnew = useReadSecretariesAnew()
  return useMutation({
    mutationFn: (body: SecretaryChange) =>
      read(
        api.PATCH('/api/v1/secretaries/{secretary_id}', {
          params: { path: { secretary_id: secretary.id }, header: ifMatch(secretary) },
          body,
        }),
      ),
    onSettled: readAnew,
  })
}

/** An appointment from before the system, with why it comes late. */
export function useEnterAppointment() {
  const readAnew = useReadSecretariesAnew()
  return useMutation({
    mutationFn: (body: SecretaryIn) => read(api.POST('/api/v1/secretaries', { body })),
    onSuccess: readAnew,
  })
}
