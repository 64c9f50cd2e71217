import { Link } from '@tanstack/react-router'
import { useCan } from '../../auth/session-query'
import { DownloadButton } from '../../components/DownloadButton'
import { ListTable } from '../../components/ListTable'
import { PageHeader } from '../../components/PageHeader'
import { useText } from '../../i18n/use-text'
import { wordsText } from '../../i18n/words-text'
import { MemberFilters } from './MemberFilters'
import { membersQuery, ROSTER_PATH } from './members-query'
import { type MembersSearch, rosterFilters } from './members-search'
import { membersText } from './members-text'
import { RosterActions } from './RosterActions'
import { useMemberColumns } from './use-member-columns'
import './members.css'

interface MembersPageProps {
  readonly search: MembersSearch
  readonly onSearch: (change: MembersSearch) => void
}

export function MembersPage({ search, onSearch }: MembersPageProps) {
  const t = useText(membersText)
  const words = useText(wordsText)
  const can = useCan()
  const columns = useMemberColumns()
  const { sort, ...filters } = search
  return (
    <div className="page">
      <PageHeader title={t('title')} actions={<RosterActions organisationId={search.organisation_id} />} />
      <MemberFilters search={search} onSearch={onSearch} />
      <ListTable
        name="members"
        label={t('list')}
        query={membersQuery(search)}
        columns={columns}
        {...(sort !== undefined && { sort })}
        onSort={(chosen) => onSearch({ sort: chosen })}
        isFiltered={Object.values(filters).some(Boolean)}
        empty={{
          title: t('empty'),
          hint: t('empty_hint'),
          ...(can('imports.prepare') && {
            action: (
              <Link to="/imports/new" search={{ kind: 'members' }}>
                {t('import')}
              </Link>
            ),
          }),
        }}
        tools={
          <DownloadButton
            type="text"
            label={words('export')}
            path={`${ROSTER_PATH}/export`}
            query={rosterFilters(search)}
          />
        }
      />
    </div>
  )
}
