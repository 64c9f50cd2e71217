import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ifMatch, read } from '@/shared/api/client'
import type { TermAction } from '@/shared/api/schema.gen'
import { api } from '../../../app/api'
import { listQuery } from '../../../components/list-query'
import { pageOf } from '../organisation-queries'
import type { Term } from '../organisation-types'
import { dueOf, type TermsSearch, termStateOf } from './terms-search'

/** Terms of an organisation and everything below it. */
export function termsQuery({ organisation_id, state, due, sort }: TermsSearch) {
  return listQuery(['terms', { organisation_id, state, due, sort }], (page) => {
    const query = {
      organisation_id: organisation_id ?? null,
      scope: 'subtree' as const,
      state: termStateOf(state) ?? null,
      due: dueOf(due) ?? null,
      sort: sort ?? null,
      ...pageOf(page),
    }
    return read(api.GET('/api/v1/terms', { params: { query }, signal: page.signal }))
  })
}

/** Terms of one organisation alone, the latest first. */
export function ownTermsQuery(organisationId: string) {
  return listQuery(['terms', 'own', organisationId], (page) => {
    const query = {
      organisation_id: organisationId,
      scope: 'self' as const,
      sort: '-elected_on',
      ...pageOf(page),
    }
    return read(api.GET('/api/v1/terms', { params: { query }, signal: page.signal }))
  })
}

function useRenew() {
  const queries = useQueryClient()
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['terms'] }),
      queries.invalidateQueries({ queryKey: ['organisations'] }),
    ])
}

interface TermAct {
  readonly term: Pick<Term, 'id'>
  readonly action: TermAction
  readonly on?: string
}

function actOnTerm({ term, action, on }: TermAct) {
  return read(
    api.POST('/api/v1/terms/{term_id}/actions/{action}', {
      params: { path: { term_id: term.id, action } },
      body: on === undefined ? {} : { on },
    }),
  )
}

export function useActOnTerm() {
  const renew = useRenew()
  return useMutation({ mutationFn: actOnTerm, onSettled: renew })
}

/** Brings the end of a running term forward or puts it off. */
export function useAdjustTerm() {
  const renew = useRenew()
  return useMutation({
    mutationFn: ({ term, endsOn }: { readonly term: Term; readonly endsOn: string }) =>
      read(
        api.PATCH('/api/v1/terms/{term_id}', {
          params: { path: { term_id: term.id }, header: ifMatch(term) },
          body: { ends_on: endsOn },
        }),
      ),
    onSettled: renew,
  })
}

interface NewTerm {
  readonly elected_on: string
  readonly years: number | null
}

/** Enters a term since its election; the one that still runs ends on that day. */
export function useCreateTerm(organisationId: string, running: Term | undefined) {
  const renew = useRenew()
  return useMutation({
    mutationFn: async ({ elected_on, years }: NewTerm) => {
      if (running !== undefined) await actOnTerm({ term: running, action: 'end', on: elected_on })
      const body = { organisation_id: organisationId, elected_on, years }
      return read(api.POST('/api/v1/terms', { body }))
    },
    onSettled: renew,
  })
}
