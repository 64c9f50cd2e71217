import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { ifMatch, read } from '@/shared/api/client'
import type { LeaveIn, MemberChangeIn, MemberIn, MemberOut, MoveIn } from '@/shared/api/schema.gen'
import { api, json } from '../../app/api'
import { type ListPage, listQuery } from '../../components/list-query'
import { type MembersSearch, rosterFilters } from './members-search'

export const ROSTER_PATH = '/api/v1/members'

export function membersQuery(search: MembersSearch) {
  const filters = rosterFilters(search)
  return listQuery<MemberOut>(['members', filters], ({ signal, ...page }) =>
    json.get<ListPage<MemberOut>>(ROSTER_PATH, { query: { ...filters, ...page }, signal }),
  )
}

export function memberQuery(id: string) {
  return queryOptions({
    queryKey: ['members', id],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/members/{member_id}', { params: { path: { member_id: id } }, signal })),
  })
}

export function membershipsQuery(id: string) {
  return queryOptions({
    queryKey: ['members', id, 'memberships'],
    queryFn: ({ signal }) =>
      read(
        api.GET('/api/v1/members/{member_id}/memberships', { params: { path: { member_id: id } }, signal }),
      ),
  })
}

export function historyPath(id: string): string {
  return `${ROSTER_PATH}/${id}/history`
}

/** Rosters, counts and figures all follow from who belongs where. */
function useForgetRosters() {
  const queries = useQueryClient()
  // Not awaited: the button that did it may be gone with the state that the server answers.
  return () => {
    for (const queryKey of [['members'], ['organisations'], ['history'], ['me', 'home']]) {
      void queries.invalidateQueries({ queryKey })
    }
  }
}

export function useCreateMember() {
  const forget = useForgetRosters()
  return useMutation({
    mutationFn: (entry: MemberIn) => read(api.POST('/api/v1/members', { body: entry })),
    onSuccess: forget,
  })
}

export function useChangeMember(member: MemberOut) {
  const forget = useForgetRosters()
  return useMutation({
    mutationFn: (change: MemberChangeIn) =>
      read(
        api.PATCH('/api/v1/members/{member_id}', {
          params: { path: { member_id: member.id }, header: ifMatch(member) },
          body: change,
        }),
      ),
    onSuccess: forget,
  })
}

export function useMoveMember(id: string, action: 'transfer' | 'readmit') {
  const forget = useForgetRosters()
  return useMutation({
    mutationFn: (entry: MoveIn) =>
      read(
        api.POST(`/api/v1/members/{member_id}/actions/${action}`, {
          params: { path: { member_id: id } },
          body: entry,
        }),
      ),
    onSuccess: forget,
  })
}

export function useLeaveRoster(id: string) {
  const forget = useForgetRosters()
  return useMutation({
    mutationFn: (entry: LeaveIn) =>
      read(
        api.POST('/api/v1/members/{member_id}/actions/leave', {
          params: { path: { member_id: id } },
          body: entry,
        }),
      ),
    onSuccess: forget,
  })
}

/** Reads the full numbers; they are not kept beyond the caller. */
export function useRevealNumbers(id: string) {
  const queries = useQueryClient()
  return useMutation({
    gcTime: 0,
    mutationFn: (reason: string) =>
      read(
        api.POST('/api/v1/members/{member_id}/actions/reveal', {
          params: { path: { member_id: id } },
          body: { reason },
        }),
      ),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['history'] }),
  })
}
