import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { ifMatch, read } from '@/shared/api/client'
import type { TalkAction, TalkActionIn, TalkChangeIn, TalkIn, TalkOut } from '@/shared/api/schema.gen'
import { api } from '../../app/api'
import { listQuery } from '../../components/list-query'
import { kindOf, type TalksSearch, talkStateOf } from './talks-search'

/** Talks of the reader's subtree, the nearest date first. */
export function talksQuery({ q, kind, state, overdue, organisation_id, person_id, sort }: TalksSearch) {
  const filters = {
    q: q ?? null,
    kind: kindOf(kind),
    state: talkStateOf(state),
    overdue: overdue === 'true' ? true : null,
    organisation_id: organisation_id ?? null,
    person_id: person_id ?? null,
    scope: 'subtree' as const,
    sort: sort ?? 'due_on',
  }
  return listQuery<TalkOut>(['talks', filters], ({ signal, cursor, ...page }) => {
    const query = { ...filters, cursor: cursor ?? null, ...page }
    return read(api.GET('/api/v1/talks', { params: { query }, signal }))
  })
}

export function talkQuery(id: string) {
  const params = { path: { talk_id: id } }
  return queryOptions({
    queryKey: ['talks', id],
    queryFn: ({ signal }) => read(api.GET('/api/v1/talks/{talk_id}', { params, signal })),
  })
}

const FOUND_AT_MOST = 50

/** Earlier talks of an organisation that a letter or a second talk may come from, the latest first. */
export function earlierTalksQuery(organisationId: string | undefined) {
  return queryOptions({
    queryKey: ['talks', 'earlier', organisationId],
    enabled: organisationId !== undefined,
    queryFn: ({ signal }) => {
      const query = {
        organisation_id: organisationId ?? null,
        scope: 'subtree' as const,
        sort: '-due_on',
        limit: FOUND_AT_MOST,
      }
      return read(api.GET('/api/v1/talks', { params: { query }, signal }))
    },
  })
}

/** Secretaries and deputies in office whose name matches, with where they are. */
export function holdersQuery(typed: string) {
  return queryOptions({
    queryKey: ['secretaries', 'holders', typed],
    queryFn: ({ signal }) => {
      const query = { q: typed === '' ? null : typed, scope: 'subtree' as const, limit: FOUND_AT_MOST }
      return read(api.GET('/api/v1/secretaries', { params: { query }, signal }))
    },
  })
}

export function holderQuery(appointmentId: string | undefined) {
  return queryOptions({
    queryKey: ['secretaries', appointmentId ?? ''],
    enabled: appointmentId !== undefined,
    queryFn: ({ signal }) => {
      const params = { path: { secretary_id: appointmentId ?? '' } }
      return read(api.GET('/api/v1/secretaries/{secretary_id}', { params, signal }))
    },
  })
}

/** A talk gives tasks, closes them, and stands on the home page. */
function useReadAnew() {
  const queries = useQueryClient()
  return () => {
    for (const queryKey of [['talks'], ['tasks'], ['secretaries'], ['history'], ['me', 'home']]) {
      void queries.invalidateQueries({ queryKey })
    }
  }
}

export function useCreateTalk() {
  const readAnew = useReadAnew()
  return useMutation({
    mutationFn: (body: TalkIn) => read(api.POST('/api/v1/talks', { body })),
    onSuccess: readAnew,
  })
}

export function useChangeTalk(talk: Pick<TalkOut, 'id' | 'version'>) {
  const readAnew = useReadAnew()
  return useMutation({
    mutationFn: (body: TalkChangeIn) => {
      const params = { path: { talk_id: talk.id }, header: ifMatch(talk) }
      return read(api.PATCH('/api/v1/talks/{talk_id}', { params, body }))
    },
    onSettled: readAnew,
  })
}

export function useActOnTalk(id: string) {
  const readAnew = useReadAnew()
  return useMutation({
    mutationFn: ({ action, ...body }: TalkActionIn & { readonly action: TalkAction }) =>
      read(
        api.POST('/api/v1/talks/{talk_id}/actions/{action}', {
          params: { path: { talk_id: id, action } },
          body,
        }),
      ),
    onSettled: readAnew,
  })
}
