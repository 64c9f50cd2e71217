import { useCan } from '../../auth/session-query'
import { FilterBar } from '../../components/FilterBar'
import { ListTable } from '../../components/ListTable'
import { PageHeader } from '../../components/PageHeader'
import { postsText } from '../../i18n/posts-text'
import { useText } from '../../i18n/use-text'
import { wordsText } from '../../i18n/words-text'
import { LateEntryButton } from './appointment/LateEntryButton'
import { SecretaryTabs } from './SecretaryTabs'
import { APPOINTMENT_STATES, POSTS, type SecretariesSearch } from './secretaries-search'
import { appointmentStatesText, secretariesText } from './secretaries-text'
import { secretariesQuery } from './secretary-queries'
import { useSecretaryColumns } from './use-secretary-columns'
import './secretaries.css'

interface SecretariesPageProps {
  readonly search: SecretariesSearch
  readonly onSearch: (change: SecretariesSearch) => void
}

/** Who holds which post since when, now or on a day. */
export function SecretariesPage({ search, onSearch }: SecretariesPageProps) {
  const t = useText(secretariesText)
  const can = useCan()
  const columns = useSecretaryColumns()
  const { sort, ...filters } = search
  return (
    <div className="page">
      <PageHeader title={t('title')} {...(can('secretaries.write') && { actions: <LateEntryButton /> })} />
      <SecretaryTabs />
      <SecretaryFilters search={search} onSearch={onSearch} />
      <ListTable
        name="secretaries"
        label={t('list')}
        query={secretariesQuery(search)}
        columns={columns}
        {...(sort !== undefined && { sort })}
        onSort={(chosen) => onSearch({ sort: chosen })}
        isFiltered={Object.values(filters).some(Boolean)}
        empty={{ title: t('empty'), hint: t('empty_hint') }}
      />
    </div>
  )
}

function SecretaryFilters({ search, onSearch }: SecretariesPageProps) {
  const t = useText(secretariesText)
  const words = useText(wordsText)
  const posts = useText(postsText)
  const states = useText(appointmentStatesText)
  return (
    <FilterBar
      fields={[
        { kind: 'text', name: 'q', label: t('search') },
        { kind: 'organisation', name: 'organisation_id', label: t('organisation') },
        { kind: 'date', name: 'as_of', label: words('as_of') },
        {
          kind: 'select',
          name: 'post',
          label: t('post'),
          options: POSTS.map((post) => ({ value: post, label: posts(post) })),
        },
        {
          kind: 'select',
          name: 'full_time',
          label: t('kind'),
          options: [
            { value: 'true', label: t('full_time') },
            { value: 'false', label: t('part_time') },
          ],
        },
        {
          kind: 'select',
          name: 'state',
          label: t('state_now'),
          options: APPOINTMENT_STATES.map((state) => ({ value: state, label: states(state) })),
        },
      ]}
      values={search}
      onChange={onSearch}
    />
  )
}
