import { queryOptions, useMutation } from '@tanstack/react-query'
import { ifMatch, read } from '@/shared/api/client'
import type { DutyReportChangeIn, DutyReportIn } from '@/shared/api/schema.gen'
import { api } from '../../../app/api'
import { listQuery } from '../../../components/list-query'
import type { DutyReportAction, DutyReportLineOut, DutyReportOut } from '../duty-types'
import { useReadDutyAnew } from '../round-queries'
import { type ReportsSearch, reportStateOf } from './reports-search'

export function reportsQuery({ q, organisation_id, round_id, state, late, sort }: ReportsSearch) {
  const filters = {
    q: q ?? null,
    organisation_id: organisation_id ?? null,
    scope: 'subtree' as const,
    round_id: round_id ?? null,
    state: reportStateOf(state) ?? null,
    late: late === 'true' ? true : null,
    sort: sort ?? null,
  }
  return listQuery<DutyReportLineOut>(['duty-reports', filters], ({ signal, cursor, ...page }) => {
    const query = { ...filters, cursor: cursor ?? null, ...page }
    return read(api.GET('/api/v1/duty-reports', { params: { query }, signal }))
  })
}

export function readReport(id: string, signal?: AbortSignal): Promise<DutyReportOut> {
  const params = { path: { report_id: id } }
  return read(
    api.GET('/api/v1/duty-reports/{report_id}', { params, ...(signal !== undefined && { signal }) }),
  )
}

export function reportQuery(id: string) {
  return queryOptions({
    queryKey: ['duty-reports', id],
    queryFn: ({ signal }) => readReport(id, signal),
  })
}

export const reportPath = (id: string) => `/api/v1/duty-reports/${id}`

export function saveReport(id: string, version: number, body: DutyReportChangeIn): Promise<DutyReportOut> {
  const params = { path: { report_id: id }, header: ifMatch({ version }) }
  return read(api.PATCH('/api/v1/duty-reports/{report_id}', { params, body }))
}

export function useBeginReport() {
  const onSettled = useReadDutyAnew()
  return useMutation({
    mutationFn: (body: DutyReportIn) => read(api.POST('/api/v1/duty-reports', { body })),
    onSettled,
  })
}

export function useActOnReport(id: string) {
  const onSettled = useReadDutyAnew()
  return useMutation({
    mutationFn: ({ action, ...body }: { action: DutyReportAction; reason?: string }) => {
      const params = { path: { report_id: id, action } }
      return read(api.POST('/api/v1/duty-reports/{report_id}/actions/{action}', { params, body }))
    },
    onSettled,
  })
}
