import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useCan } from '../../auth/session-query'
import { FilterBar } from '../../components/FilterBar'
import { ListTable } from '../../components/ListTable'
import { PageHeader } from '../../components/PageHeader'
import { useText } from '../../i18n/use-text'
import { SecretaryTabs } from '../secretaries/SecretaryTabs'
import { talksQuery } from './talk-queries'
import { talkKindsText, talkStatesText } from './talk-states-text'
import { KINDS, STATES, type TalksSearch } from './talks-search'
import { talksText } from './talks-text'
import { useTalkColumns } from './use-talk-columns'
import './talks.css'

interface TalksPageProps {
  readonly search: TalksSearch
  readonly onSearch: (change: TalksSearch) => void
}

/** Whom to talk to next, whom to write to, and what became of it. */
export function TalksPage({ search, onSearch }: TalksPageProps) {
  const t = useText(talksText)
  const can = useCan()
  const { sort, ...filters } = search
  return (
    <div className="page">
      <PageHeader title={t('title')} actions={can('talks.write') && <NewLink />} />
      <SecretaryTabs />
      <TalkFilters search={search} onSearch={onSearch} />
      <ListTable
        name="talks"
        label={t('list')}
        query={talksQuery(search)}
        columns={useTalkColumns()}
        sort={sort ?? 'due_on'}
        onSort={(chosen) => onSearch({ sort: chosen })}
        isFiltered={Object.values(filters).some(Boolean)}
        empty={{
          title: t('empty'),
          hint: t('empty_hint'),
          ...(can('talks.write') && { action: <Link to="/secretaries/talks/new">{t('new')}</Link> }),
        }}
      />
    </div>
  )
}

function TalkFilters({ search, onSearch }: TalksPageProps) {
  const t = useText(talksText)
  const kinds = useText(talkKindsText)
  const states = useText(talkStatesText)
  return (
    <FilterBar
      fields={[
        { kind: 'text', name: 'q', label: t('search') },
        {
          kind: 'select',
          name: 'kind',
          label: t('kind'),
          options: KINDS.map((value) => ({ value, label: kinds(value) })),
        },
        {
          kind: 'select',
          name: 'state',
          label: t('state'),
          options: STATES.map((value) => ({ value, label: states(value) })),
        },
        {
          kind: 'select',
          name: 'overdue',
          label: t('overdue_filter'),
          options: [{ value: 'true', label: t('overdue_only') }],
        },
        { kind: 'organisation', name: 'organisation_id', label: t('organisation') },
      ]}
      values={search}
      onChange={onSearch}
    />
  )
}

function NewLink() {
  const t = useText(talksText)
  return (
    <Link to="/secretaries/talks/new" tabIndex={-1}>
      <Button type="primary">{t('new')}</Button>
    </Link>
  )
}
