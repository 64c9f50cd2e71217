import { App } from 'antd'
import { useCan } from '../../../auth/session-query'
import { ConfirmButton } from '../../../components/ConfirmButton'
import { FormDialog } from '../../../components/FormDialog'
import { HistoryButton } from '../../../components/HistoryDrawer'
import { useText } from '../../../i18n/use-text'
import { wordsText } from '../../../i18n/words-text'
import { useRecordWords } from '../../../records/use-record-words'
import { teamWordsText } from '../volunteering-text'
import type { VolunteerTeamIn, VolunteerTeamOut } from '../volunteering-types'
import { NewTeamButton } from './NewTeamButton'
import { TeamFields } from './TeamFields'
import { useActOnTeam, useChangeTeam } from './team-queries'
import { teamsText } from './teams-text'

export function TeamActions({ team }: { readonly team: VolunteerTeamOut }) {
  const words = useRecordWords()
  const states = useText(teamWordsText)
  const can = useCan()
  const isActive = team.state === 'active'
  return (
    <>
      {isActive && team.kind !== 'team' && can('volunteer_teams.write') && <NewTeamButton parent={team} />}
      {isActive && can('volunteer_teams.write') && <EditButton team={team} />}
      {(['disband', 'revive'] as const)
        .filter((action) => team.allowed_actions.includes(action))
        .map((action) => (
          <ActButton key={action} action={action} team={team} />
        ))}
      <HistoryButton
        path={`/api/v1/volunteer-teams/${team.id}/history`}
        names={{ action: words.action, state: states.code }}
      />
    </>
  )
}

function ActButton({
  action,
  team,
}: {
  readonly action: 'disband' | 'revive'
  readonly team: VolunteerTeamOut
}) {
  const t = useText(teamsText)
  const { message } = App.useApp()
  const act = useActOnTeam(team.id)
  return (
    <ConfirmButton
      label={t(action)}
      title={t(`${action}_title`, { name: team.name })}
      description={t(`${action}_text`)}
      danger={action === 'disband'}
      onConfirm={async () => {
        await act.mutateAsync(action)
        void message.success(t('done'))
      }}
    />
  )
}

type Values = Omit<VolunteerTeamIn, 'organisation_id' | 'kind'>

function EditButton({ team }: { readonly team: VolunteerTeamOut }) {
  const t = useText(teamsText)
  const words = useText(wordsText)
  const { message } = App.useApp()
  const change = useChangeTeam(team)
  const { id, name, professions, introduction, founded_on, parent_id } = team
  return (
    <FormDialog<Values>
      label={t('edit')}
      title={t('edit_title', { name })}
      submit={words('save')}
      initialValues={{ name, professions: [...professions], introduction, founded_on, parent_id }}
      onSubmit={async (values) => {
        await change.mutateAsync({
          ...values,
          introduction: values.introduction?.trim() ?? '',
          founded_on: values.founded_on ?? null,
          parent_id: values.parent_id ?? null,
        })
        void message.success(words('saved'))
      }}
    >
      {() => <TeamFields isNew={false} except={id} />}
    </FormDialog>
  )
}
