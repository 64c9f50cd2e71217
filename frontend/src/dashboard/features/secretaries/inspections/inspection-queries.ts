import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { ifMatch, read } from '@/shared/api/client'
import { api } from '../../../app/api'
import { listQuery } from '../../../components/list-query'
import { useReadNominationsAnew } from '../nominations/nomination-queries'
import type {
  Inspection,
  InspectionAction,
  InspectionChange,
  Interview,
  InterviewIn,
} from '../secretary-types'

export function readInspection(id: string, signal?: AbortSignal) {
  const params = { path: { inspection_id: id } }
  return read(
    api.GET('/api/v1/inspections/{inspection_id}', { params, ...(signal !== undefined && { signal }) }),
  )
}

/** Several write one inspection: it is read anew whenever somebody comes back to the page, and meanwhile. */
const SHARED = { refetchOnWindowFocus: 'always', refetchInterval: 30_000 } as const

export function inspectionQuery(id: string) {
  return queryOptions({
    ...SHARED,
    queryKey: ['inspections', id],
    queryFn: ({ signal }) => readInspection(id, signal),
  })
}

export function interviewsQuery(id: string) {
  const list = listQuery(['inspections', id, 'interviews'], ({ signal, cursor, ...page }) => {
    const params = { path: { inspection_id: id }, query: { cursor: cursor ?? null, ...page } }
    return read(api.GET('/api/v1/inspections/{inspection_id}/interviews', { params, signal }))
  })
  return { ...list, ...SHARED }
}

export const reportPath = (id: string) => `/api/v1/inspections/${id}/report`
export const historyPath = (id: string) => `/api/v1/inspections/${id}/history`

interface Opened {
  readonly nomination_id: string
  readonly planned_on: string | null
}

export function useOpenInspection() {
  const readAnew = useReadNominationsAnew()
  return useMutation({
    mutationFn: (opened: Opened) => read(api.POST('/api/v1/inspections', { body: opened })),
    onSettled: readAnew,
  })
}

export function saveInspection({ id, version }: Pick<Inspection, 'id' | 'version'>, body: InspectionChange) {
  return read(
    api.PATCH('/api/v1/inspections/{inspection_id}', {
      params: { path: { inspection_id: id }, header: ifMatch({ version }) },
      body,
    }),
  )
}

interface Act {
  readonly action: InspectionAction
  readonly reason?: string
}

export function useActOnInspection(id: string) {
  const readAnew = useReadNominationsAnew()
  return useMutation({
    mutationFn: ({ action, ...body }: Act) =>
      read(
        api.POST('/api/v1/inspections/{inspection_id}/actions/{action}', {
          params: { path: { inspection_id: id, action } },
          body,
        }),
      ),
    onSettled: readAnew,
  })
}

function useReadInspectionAnew(id: string) {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['inspections', id] })
}

export function useNoteInterview(id: string) {
  const readAnew = useReadInspectionAnew(id)
  return useMutation({
    mutationFn: (body: InterviewIn) => {
      const params = { path: { inspection_id: id } }
      return read(api.POST('/api/v1/inspections/{inspection_id}/interviews', { params, body }))
    },
    onSuccess: readAnew,
  })
}

type Written = Pick<Interview, 'id' | 'version'>

export function useChangeInterview(id: string, interview: Written) {
  const readAnew = useReadInspectionAnew(id)
  return useMutation({
    mutationFn: (body: InterviewIn) =>
      read(
        api.PATCH('/api/v1/inspections/{inspection_id}/interviews/{interview_id}', {
          params: {
            path: { inspection_id: id, interview_id: interview.id },
            header: ifMatch(interview),
          },
          body,
        }),
      ),
    onSettled: readAnew,
  })
}

export function useDeleteInterview(id: string, interview: Written) {
  const readAnew = useReadInspectionAnew(id)
  return useMutation({
    mutationFn: () =>
      api.DELETE('/api/v1/inspections/{inspection_id}/interviews/{interview_id}', {
        params: { path: { inspection_id: id, interview_id: interview.id } },
      }),
    onSettled: readAnew,
  })
}
