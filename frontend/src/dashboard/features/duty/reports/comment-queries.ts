import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { ifMatch, read } from '@/shared/api/client'
import type { DutyCommentChangeIn } from '@/shared/api/schema.gen'
import { api } from '../../../app/api'
import type { DutyCommentIn, DutyCommentOut } from '../duty-types'

export function commentsQuery(reportId: string) {
  const params = { path: { report_id: reportId } }
  return queryOptions({
    queryKey: ['duty-reports', reportId, 'comments'],
    queryFn: async ({ signal }) =>
      (await read(api.GET('/api/v1/duty-reports/{report_id}/comments', { params, signal }))).items,
  })
}

/** Comments stand beside the report and at the meeting; a released problem is a task. */
function useReadCommentsAnew() {
  const queries = useQueryClient()
  return () => {
    for (const queryKey of [['duty-reports'], ['duty-rounds'], ['tasks'], ['me', 'home']]) {
      void queries.invalidateQueries({ queryKey })
    }
  }
}

export function useAddComment() {
  const onSettled = useReadCommentsAnew()
  return useMutation({
    mutationFn: ({ reportId, ...body }: DutyCommentIn & { readonly reportId: string }) => {
      const params = { path: { report_id: reportId } }
      return read(api.POST('/api/v1/duty-reports/{report_id}/comments', { params, body }))
    },
    onSettled,
  })
}

export function useChangeComment(comment: Pick<DutyCommentOut, 'id' | 'version'>) {
  const onSettled = useReadCommentsAnew()
  return useMutation({
    mutationFn: (body: DutyCommentChangeIn) => {
      const params = { path: { comment_id: comment.id }, header: ifMatch(comment) }
      return read(api.PATCH('/api/v1/duty-comments/{comment_id}', { params, body }))
    },
    onSettled,
  })
}

export function useActOnComment(id: string) {
  const onSettled = useReadCommentsAnew()
  return useMutation({
    mutationFn: ({ action, ...body }: { action: 'release' | 'withdraw'; reason?: string }) => {
      const params = { path: { comment_id: id, action } }
      return read(api.POST('/api/v1/duty-comments/{comment_id}/actions/{action}', { params, body }))
    },
    onSettled,
  })
}

/** Everything that the reader noted in a round. */
export function useReleaseComments(roundId: string) {
  const onSettled = useReadCommentsAnew()
  const params = { path: { round_id: roundId } }
  return useMutation({
    mutationFn: () => read(api.POST('/api/v1/duty-rounds/{round_id}/comments/release', { params })),
    onSettled,
  })
}
