import { useMutation, useQueryClient } from '@tanstack/react-query'
import { read } from '@/shared/api/client'
import { api } from '../../../app/api'
import { listQuery } from '../../../components/list-query'
import type { SignUpOut, SignUpState } from '../volunteering-types'

interface SignUpFilters {
  readonly q: string | undefined
  readonly shift_id: string | undefined
  readonly state: SignUpState | undefined
}

export function signUpsQuery(activityId: string, { q, shift_id, state }: SignUpFilters) {
  const filters = { q: q ?? null, shift_id: shift_id ?? null, state: state ?? null }
  return listQuery<SignUpOut>(
    ['activities', activityId, 'sign-ups', filters],
    ({ signal, cursor, ...page }) => {
      const params = {
        path: { activity_id: activityId },
        query: { ...filters, cursor: cursor ?? null, ...page },
      }
      return read(api.GET('/api/v1/activities/{activity_id}/sign-ups', { params, signal }))
    },
  )
}

function useReadAnew() {
  const queries = useQueryClient()
  return () => void queries.invalidateQueries({ queryKey: ['activities'] })
}

export function useSignUp() {
  const onSuccess = useReadAnew()
  return useMutation({
    mutationFn: (body: { shift_id: string; person_id: string }) =>
      read(api.POST('/api/v1/sign-ups', { body })),
    onSuccess,
  })
}

export function useActOnSignUp(id: string) {
  const onSettled = useReadAnew()
  return useMutation({
    mutationFn: (action: 'promote' | 'cancel') => {
      const params = { path: { sign_up_id: id, action } }
      return read(api.POST('/api/v1/sign-ups/{sign_up_id}/actions/{action}', { params, body: {} }))
    },
    onSettled,
  })
}
