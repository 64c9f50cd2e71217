import { Link } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useFormat } from '../../../app/use-format'
import { useCan } from '../../../auth/session-query'
import { FilterBar } from '../../../components/FilterBar'
import { type ListColumn, ListTable } from '../../../components/ListTable'
import { PageHeader } from '../../../components/PageHeader'
import { useText } from '../../../i18n/use-text'
import { OrganisationsNav } from '../OrganisationsNav'
import { ChangeStateTag } from './ChangeStateTag'
import { type ChangeFilters, changesQuery } from './change-queries'
import { CHANGE_KINDS, type Change } from './change-types'
import type { ChangesSearch } from './changes-search'
import { changeKindsText, changeStatesText, changesText } from './changes-text'
import { NewChangeButton } from './NewChangeButton'
import '../organisations.css'
import './changes.css'

interface ChangeListPageProps {
  readonly search: ChangesSearch
  readonly onSearch: (change: ChangesSearch) => void
}

const STATES = ['draft', 'submitted', 'approved', 'applied', 'returned', 'rejected', 'withdrawn'] as const

export function ChangeListPage({ search, onSearch }: ChangeListPageProps) {
  const t = useText(changesText)
  const can = useCan()
  const decides = can('organisation_changes.approve')
  const view = search.view ?? (decides && search.state === undefined ? 'waiting' : 'all')
  const isWaiting = view === 'waiting'
  return (
    <div className="page">
      <PageHeader title={t('title')} actions={<NewChangeButton />} />
      <OrganisationsNav />
      {decides && (
        <Segmented
          className="org-view"
          aria-label={t('list')}
          value={view}
          options={[
            { value: 'waiting', label: t('view_waiting') },
            { value: 'all', label: t('view_all') },
          ]}
          onChange={(chosen) => onSearch({ view: chosen, state: undefined })}
        />
      )}
      <ChangeFilterBar search={search} onSearch={onSearch} hasState={!isWaiting} />
      <ChangeTable search={search} onSearch={onSearch} isWaiting={isWaiting} />
    </div>
  )
}

function ChangeFilterBar({
  search,
  onSearch,
  hasState,
}: ChangeListPageProps & { readonly hasState: boolean }) {
  const t = useText(changesText)
  const kinds = useText(changeKindsText)
  const states = useText(changeStatesText)
  const stateOptions = STATES.map((state) => ({ value: state, label: states(state) }))
  return (
    <FilterBar
      fields={[
        { kind: 'text', name: 'q', label: t('search') },
        {
          kind: 'select',
          name: 'kind',
          label: t('kind'),
          options: CHANGE_KINDS.map((kind) => ({ value: kind, label: kinds(kind) })),
        },
        ...(hasState
          ? [{ kind: 'select' as const, name: 'state' as const, label: t('state'), options: stateOptions }]
          : []),
        { kind: 'organisation', name: 'organisation_id', label: t('organisation') },
      ]}
      values={search}
      onChange={onSearch}
    />
  )
}

function ChangeTable({ search, onSearch, isWaiting }: ChangeListPageProps & { readonly isWaiting: boolean }) {
  const t = useText(changesText)
  const columns = useColumns()
  const { view: _, state, ...others } = search
  const filters: ChangeFilters = { ...others, state: isWaiting ? 'submitted' : state }
  const { kind, organisation_id, q } = search
  return (
    <ListTable
      name="organisation-changes"
      label={t('list')}
      query={changesQuery(filters)}
      columns={columns}
      {...(search.sort !== undefined && { sort: search.sort })}
      onSort={(sort) => onSearch({ sort })}
      isFiltered={[kind, organisation_id, q, isWaiting ? undefined : state].some(Boolean)}
      empty={
        isWaiting
          ? { title: t('waiting_empty'), hint: t('waiting_empty_hint') }
          : { title: t('empty'), hint: t('empty_hint'), action: <NewChangeButton /> }
      }
    />
  )
}

function useColumns(): readonly ListColumn<Change>[] {
  const t = useText(changesText)
  const kinds = useText(changeKindsText)
  const format = useFormat()
  return [
    {
      key: 'organisation',
      title: t('organisation'),
      render: (_, { id, organisation_name, kind }) => (
        <Link to="/organisations/changes/$changeId" params={{ changeId: id }}>
          {organisation_name}
          <span className="unseen">{kinds(kind)}</span>
        </Link>
      ),
    },
    { key: 'kind', title: t('kind'), render: (_, { kind }) => kinds(kind) },
    {
      key: 'effective_on',
      title: t('effective_on'),
      sortBy: 'effective_on',
      render: (_, { effective_on }) => format.date(effective_on),
    },
    { key: 'state', title: t('state'), render: (_, change) => <ChangeStateTag change={change} /> },
    {
      key: 'reason',
      title: t('reason'),
      render: (_, { reason }) => <span className="org-reason">{reason}</span>,
    },
    {
      key: 'created_at',
      title: t('created_at'),
      sortBy: 'created_at',
      optional: true,
      render: (_, { created_at }) => format.dateTime(created_at),
    },
  ]
}
