import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { ifMatch, read } from '@/shared/api/client'
import { api } from '../../../app/api'
import { listQuery } from '../../../components/list-query'
import type {
  TeamPost,
  VolunteerTeamIn,
  VolunteerTeamMemberIn,
  VolunteerTeamMemberOut,
  VolunteerTeamOut,
} from '../volunteering-types'

export function teamQuery(id: string) {
  const params = { path: { team_id: id } }
  return queryOptions({
    queryKey: ['volunteer-teams', id],
    queryFn: ({ signal }) => read(api.GET('/api/v1/volunteer-teams/{team_id}', { params, signal })),
  })
}

export function teamMembersQuery(teamId: string, q: string | undefined) {
  return listQuery<VolunteerTeamMemberOut>(
    ['volunteer-teams', teamId, 'members', q ?? ''],
    ({ signal, cursor, ...page }) => {
      const query = { q: q ?? null, cursor: cursor ?? null, ...page }
      const params = { path: { team_id: teamId }, query }
      return read(api.GET('/api/v1/volunteer-teams/{team_id}/members', { params, signal }))
    },
  )
}

function useReadTeamsAnew() {
  const queries = useQueryClient()
  return () => {
    for (const queryKey of [['volunteer-teams'], ['history']]) void queries.invalidateQueries({ queryKey })
  }
}

export function useCreateTeam() {
  const onSuccess = useReadTeamsAnew()
  return useMutation({
    mutationFn: (body: VolunteerTeamIn) => read(api.POST('/api/v1/volunteer-teams', { body })),
    onSuccess,
  })
}

export function useChangeTeam(team: Pick<VolunteerTeamOut, 'id' | 'version'>) {
  const onSettled = useReadTeamsAnew()
  return useMutation({
    mutationFn: (body: Partial<Omit<VolunteerTeamIn, 'organisation_id' | 'kind'>>) => {
      const params = { path: { team_id: team.id }, header: ifMatch(team) }
      return read(api.PATCH('/api/v1/volunteer-teams/{team_id}', { params, body }))
    },
    onSettled,
  })
}

export function useActOnTeam(id: string) {
  const onSettled = useReadTeamsAnew()
  return useMutation({
    mutationFn: (action: 'disband' | 'revive') => {
      const params = { path: { team_id: id, action } }
      return read(api.POST('/api/v1/volunteer-teams/{team_id}/actions/{action}', { params, body: {} }))
    },
    onSettled,
  })
}

export function useAddTeamMember(teamId: string) {
  const onSuccess = useReadTeamsAnew()
  return useMutation({
    mutationFn: (body: VolunteerTeamMemberIn) => {
      const params = { path: { team_id: teamId } }
      return read(api.POST('/api/v1/volunteer-teams/{team_id}/members', { params, body }))
    },
    onSuccess,
  })
}

export function useChangePost(member: Pick<VolunteerTeamMemberOut, 'id' | 'version'>) {
  const onSettled = useReadTeamsAnew()
  return useMutation({
    mutationFn: (post: TeamPost) => {
      const params = { path: { team_member_id: member.id }, header: ifMatch(member) }
      return read(api.PATCH('/api/v1/volunteer-team-members/{team_member_id}', { params, body: { post } }))
    },
    onSettled,
  })
}

export function useLeaveTeam(memberId: string) {
  const onSettled = useReadTeamsAnew()
  return useMutation({
    mutationFn: () => {
      const params = { path: { team_member_id: memberId } }
      return read(
        api.POST('/api/v1/volunteer-team-members/{team_member_id}/actions/leave', {
          params,
          body: {},
        }),
      )
    },
    onSettled,
  })
}
