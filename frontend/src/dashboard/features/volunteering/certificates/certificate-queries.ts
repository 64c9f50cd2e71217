import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { read } from '@/shared/api/client'
import { api } from '../../../app/api'
import { listQuery } from '../../../components/list-query'
import type { CertificateAction, CertificateIn, CertificateOut } from '../volunteering-types'
import { type CertificatesSearch, certificateStateOf } from './certificates-search'

export function certificatesQuery({ q, state, organisation_id }: CertificatesSearch) {
  const filters = {
    q: q ?? null,
    state: certificateStateOf(state),
    organisation_id: organisation_id ?? null,
    scope: 'subtree' as const,
  }
  return listQuery<CertificateOut>(['certificates', filters], ({ signal, cursor, ...page }) => {
    const query = { ...filters, cursor: cursor ?? null, ...page }
    return read(api.GET('/api/v1/certificates', { params: { query }, signal }))
  })
}

export function certificateQuery(id: string) {
  const params = { path: { certificate_id: id } }
  return queryOptions({
    queryKey: ['certificates', id],
    queryFn: ({ signal }) => read(api.GET('/api/v1/certificates/{certificate_id}', { params, signal })),
  })
}

function useReadCertificatesAnew() {
  const queries = useQueryClient()
  return () => {
    for (const queryKey of [['certificates'], ['history'], ['me', 'home']]) {
      void queries.invalidateQueries({ queryKey })
    }
  }
}

export function useRequestCertificate() {
  const onSuccess = useReadCertificatesAnew()
  return useMutation({
    mutationFn: (body: CertificateIn) => read(api.POST('/api/v1/certificates', { body })),
    onSuccess,
  })
}

export function useActOnCertificate(id: string) {
  const onSettled = useReadCertificatesAnew()
  return useMutation({
    mutationFn: ({ action, reason }: { action: CertificateAction; reason: string }) => {
      const params = { path: { certificate_id: id, action } }
      const body = reason === '' ? {} : { reason }
      return read(api.POST('/api/v1/certificates/{certificate_id}/actions/{action}', { params, body }))
    },
    onSettled,
  })
}
