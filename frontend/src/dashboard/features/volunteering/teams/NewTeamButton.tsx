import { useNavigate } from '@tanstack/react-router'
import { App } from 'antd'
import { useMe } from '../../../auth/session-query'
import { FormDialog } from '../../../components/FormDialog'
import { useText } from '../../../i18n/use-text'
import type { VolunteerTeamIn, VolunteerTeamOut } from '../volunteering-types'
import { TeamFields } from './TeamFields'
import { useCreateTeam } from './team-queries'
import { teamsText } from './teams-text'

/** Sets up a team: on its own, or below `parent`. */
export function NewTeamButton({ parent }: { readonly parent?: VolunteerTeamOut }) {
  const t = useText(teamsText)
  const { message } = App.useApp()
  const navigate = useNavigate()
  const { assignment } = useMe()
  const create = useCreateTeam()
  const label = t(parent === undefined ? 'new' : 'new_below')
  return (
    <FormDialog<VolunteerTeamIn>
      label={label}
      title={label}
      type={parent === undefined ? 'primary' : 'default'}
      initialValues={{
        kind: parent?.kind === 'corps' ? 'detachment' : 'team',
        ...(assignment !== null && { organisation_id: assignment.organisation_id }),
        ...(parent !== undefined && { parent_id: parent.id, organisation_id: parent.organisation_id }),
      }}
      onSubmit={async ({ founded_on, parent_id, introduction, ...values }) => {
        const team = await create.mutateAsync({
          ...values,
          introduction: introduction?.trim() ?? '',
          parent_id: values.kind === 'corps' ? null : (parent_id ?? null),
          founded_on: founded_on ?? null,
        })
        void message.success(t('created'))
        await navigate({ to: '/volunteering/teams/$teamId', params: { teamId: team.id } })
      }}
    >
      {() => <TeamFields isNew />}
    </FormDialog>
  )
}
