import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { NOTHING } from '@/shared/format/format'
import { useFormat } from '../../../app/use-format'
import { Facts } from '../../../components/Facts'
import { ListFace } from '../../../components/ListFace'
import { PageHeader } from '../../../components/PageHeader'
import { StatusTag } from '../../../components/StatusTag'
import { useText } from '../../../i18n/use-text'
import { teamWordsText } from '../volunteering-text'
import type { VolunteerTeamOut } from '../volunteering-types'
import { TeamActions } from './TeamActions'
import { TeamPeople } from './TeamPeople'
import { teamQuery } from './team-queries'
import type { TeamsSearch } from './teams-search'
import { teamsText } from './teams-text'
import '../volunteering.css'
import '../activities/activity.css'
import './teams.css'

interface TeamPageProps {
  readonly id: string
  readonly search: TeamsSearch
  readonly onSearch: (change: TeamsSearch) => void
}

/** A team and those who belong to it. */
export function TeamPage({ id, search, onSearch }: TeamPageProps) {
  const team = useQuery(teamQuery(id))
  return (
    <div className="page">
      <ListFace list={team} isEmpty={false} empty={{ title: '' }}>
        {team.data !== undefined && <Team team={team.data} search={search} onSearch={onSearch} />}
      </ListFace>
    </div>
  )
}

interface TeamProps extends Omit<TeamPageProps, 'id'> {
  readonly team: VolunteerTeamOut
}

function Team({ team, search, onSearch }: TeamProps) {
  const t = useText(teamsText)
  const words = useText(teamWordsText)
  return (
    <>
      <PageHeader
        title={team.name}
        parent={{ to: '/volunteering/teams', label: t('title') }}
        meta={<StatusTag tone={team.state === 'active' ? 'done' : 'neutral'}>{words(team.state)}</StatusTag>}
        actions={<TeamActions team={team} />}
      />
      <div className="vol-columns">
        <TeamPeople team={team} q={search.q} onSearch={onSearch} />
        <aside aria-label={t('facts')} className="vol-facts">
          <Facts facts={useFacts(team)} />
          {team.introduction !== '' && <p className="vol-writing team-introduction">{team.introduction}</p>}
          <p className="team-links">
            <Link to="/volunteering" search={{ view: 'list', team_id: team.id }}>
              {t('activities')}
            </Link>
            <Link to="/volunteering/hours" search={{ view: 'all', team_id: team.id }}>
              {t('hours')}
            </Link>
          </p>
        </aside>
      </div>
    </>
  )
}

function useFacts(team: VolunteerTeamOut) {
  const t = useText(teamsText)
  const words = useText(teamWordsText)
  const format = useFormat()
  const { parent_id, parent_name, leaders, professions, disbanded_on } = team
  return [
    { label: t('kind'), value: words(team.kind) },
    { label: t('organisation'), value: team.organisation_name },
    {
      label: t('parent'),
      value:
        parent_id === null ? (
          t('parent_none')
        ) : (
          <Link to="/volunteering/teams/$teamId" params={{ teamId: parent_id }}>
            {parent_name}
          </Link>
        ),
    },
    { label: t('leaders'), value: leaders.map(({ name }) => name).join(t('and')) || t('leaders_none') },
    { label: t('members'), value: format.number(team.member_count) },
    { label: t('professions'), value: professions.map((each) => words.code(each)).join(' · ') || NOTHING },
    { label: t('founded_on'), value: format.date(team.founded_on) },
    ...(disbanded_on === null ? [] : [{ label: t('disbanded_on'), value: format.date(disbanded_on) }]),
  ]
}
