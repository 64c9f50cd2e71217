import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { ifMatch, read } from '@/shared/api/client'
import { ApiError } from '@/shared/api/problem'
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

function readInspection(id: string, signal?: AbortSignal) {
  const params = { path: { inspection_id: id } }
  return read(
    api.GET('/api/v1/inspections/{inspection_id}', { params, ...(signal !== undefined && { signal }) }),
  )
}

export function inspectionQuery(id: string) {
  return queryOptions({
    queryKey: ['inspections', id],
    queryFn: ({ signal }) => readInspection(id, signal),
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
    mutationFn: (opened: Opened) => read(api.POST('/api/v1/inspections', { body: opened })),
    onSettled: readAnew,
  })
}

function saveInspection({ id, version }: Pick<Inspection, 'id' | 'version'>, body: InspectionChange) {
  return read(
    api.PATCH('/api/v1/inspections/{inspection_id}', {
      params: { path: { inspection_id: id }, header: ifMatch({ version }) },
      body,
    }),
  )
}

/**
 * Saves what was written on top of the version that this page knows. When somebody else of the team has
 * written other parts meanwhile, it goes on top of theirs; the same part written twice is refused.
 */
export function useSaveInspection(known: Inspection) {
  const queries = useQueryClient()
  const { queryKey } = inspectionQuery(known.id)
  // What the page began with or saved last: what is read anew meanwhile was not seen by whoever writes.
  const base = useRef(known)
  return async (body: InspectionChange): Promise<void> => {
    await queries.cancelQueries({ queryKey, exact: true })
    const before = base.current
    const saved = await saveInspection(before, body).catch(async (error: unknown) => {
      if (!(error instanceof ApiError && error.status === 412)) throw error
      // Not kept: the next try has to find the same conflict, until the page is loaded anew.
      const latest = await readInspection(known.id)
      if (isTouched(body, before, latest)) throw error
      return saveInspection(latest, body)
    })
    base.current = saved
    queries.setQueryData(queryKey, saved)
  }
}

function isTouched(body: InspectionChange, before: Inspection, latest: Inspection): boolean {
  const parts = Object.keys(body) as (keyof InspectionChange)[]
  return parts.some((part) => JSON.stringify(before[part]) !== JSON.stringify(latest[part]))
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
