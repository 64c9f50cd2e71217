import { useQuery } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import { Can } from '../../../auth/Can'
import { FilterBar } from '../../../components/FilterBar'
import { ListFace } from '../../../components/ListFace'
import { PageHeader } from '../../../components/PageHeader'
import { useText } from '../../../i18n/use-text'
import { allTeamsQuery } from '../teams-options-query'
import { VolunteeringTabs } from '../VolunteeringTabs'
import { NewTeamButton } from './NewTeamButton'
import { TeamOutline } from './TeamOutline'
import { teamTree } from './team-tree'
import type { TeamsSearch } from './teams-search'
import { teamsText } from './teams-text'
import './teams.css'

interface TeamsPageProps {
  readonly search: TeamsSearch
  readonly onSearch: (change: TeamsSearch) => void
}

/** Which teams there are, who leads them, how many belong to them. */
export function TeamsPage({ search, onSearch }: TeamsPageProps) {
  const t = useText(teamsText)
  const teams = useQuery(allTeamsQuery)
  const all = teams.data ?? []
  const isAll = search.disbanded === 'true'
  const shown = isAll ? all : all.filter(({ state }) => state === 'active')
  const nodes = teamTree(shown, search.q ?? '')
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        actions={
          <Can permission="volunteer_teams.write">
            <NewTeamButton />
          </Can>
        }
      />
      <VolunteeringTabs />
      <div className="vol-view">
        <FilterBar
          fields={[{ kind: 'text', name: 'q', label: t('search') }]}
          values={{ q: search.q }}
          onChange={onSearch}
        />
        {all.some(({ state }) => state === 'disbanded') && (
          <Checkbox
            className="team-disbanded"
            checked={isAll}
            onChange={({ target }) => onSearch({ disbanded: target.checked ? 'true' : undefined })}
          >
            {t('show_disbanded')}
          </Checkbox>
        )}
      </div>
      <ListFace
        list={teams}
        isEmpty={nodes.length === 0}
        isFiltered={search.q !== undefined}
        empty={{ title: t('empty'), hint: t('empty_hint') }}
      >
        <TeamOutline nodes={nodes} isSearched={search.q !== undefined} />
      </ListFace>
    </div>
  )
}
