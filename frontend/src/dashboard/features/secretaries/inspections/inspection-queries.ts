import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { ifMatch, read } from '@/shared/api/client'
import { api } from '../../../app/api'
import { listQuery } from '../../../components/list-query'
import { useReadNominationsAnew } from '../nominations/nomination-queries'
import type { InspectionAction, InspectionChange, Interview, InterviewIn } from '../secretary-types'

export function inspectionQuery(id: string) {
  const params = { path: { inspection_id: id } }
  return queryOptions({
    queryKey: ['inspections', id],
    queryFn: ({ signal }) => read(api.GET('/api/v1/inspections/{inspection_id}', { params, signal })),
  })
}

export function interviewsQuery(id: string) {
  return listQuery(['inspections', id, 'interviews'], ({ signal, cursor, ...page }) => {
    const params = { path: { inspection_id: id }, query: { cursor: cursor ?? null, ...page } }
    return read(api.GET('/api/v1/inspections/{inspection_id}/interviews', { params, signal }))
  })
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
    mutationFn: (body: Opened) => read(api.POST('/api/v1/inspections', { body })),
    onSettled: readAnew,
  })
}

/** Saves what was written, on top of the latest version that this page knows. */
export function useSaveInspection(id: string) {
  const queries = useQueryClient()
  const { queryKey } = inspectionQuery(id)
  return async (body: InspectionChange): Promise<void> => {
    await queries.cancelQueries({ queryKey, exact: true })
    const version = queries.getQueryData(queryKey)?.version ?? 0
    const saved = await read(
      api.PATCH('/api/v1/inspections/{inspection_id}', {
        params: { path: { inspection_id: id }, header: ifMatch({ version }) },
        body,
      }),
    )
    queries.setQueryData(queryKey, saved)
  }
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
