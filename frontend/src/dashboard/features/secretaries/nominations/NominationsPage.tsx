import { Link } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { useCan } from '../../../auth/session-query'
import { FilterBar } from '../../../components/FilterBar'
import { ListTable } from '../../../components/ListTable'
import { PageHeader } from '../../../components/PageHeader'
import { postsText } from '../../../i18n/posts-text'
import { useText } from '../../../i18n/use-text'
import { SecretaryTabs } from '../SecretaryTabs'
import { POSTS } from '../secretaries-search'
import { BatchPanel } from './BatchPanel'
import { BatchTable } from './BatchTable'
import { NewBatchButton } from './NewBatchButton'
import { nominationsQuery } from './nomination-queries'
import {
  KINDS,
  type NewNominationSearch,
  type NominationsSearch,
  type NominationsView,
  statesOf,
  VIEWS,
  viewOf,
} from './nominations-search'
import { nominationStatesText, nominationsText } from './nominations-text'
import { useNominationColumns } from './use-nomination-columns'
import '../secretaries.css'

interface NominationsPageProps {
  readonly search: NominationsSearch
  readonly onSearch: (change: NominationsSearch) => void
}

/** Every nominee with whose turn it is, and the batches that they stand in. */
export function NominationsPage({ search, onSearch }: NominationsPageProps) {
  const t = useText(nominationsText)
  const view = viewOf(search.view)
  const { batch_id } = search
  return (
    <div className="page">
      <PageHeader title={t('title')} actions={<HeaderActions search={search} />} />
      <SecretaryTabs />
      {batch_id === undefined ? (
        <Segmented
          className="secretary-views"
          aria-label={t('views')}
          value={view}
          options={VIEWS.map((value) => ({ value, label: t(`view_${value}`) }))}
          onChange={(chosen) => onSearch({ view: chosen, state: undefined, sort: undefined })}
        />
      ) : (
        <BatchPanel id={batch_id} onLeave={() => onSearch({ batch_id: undefined })} />
      )}
      {view === 'batches' && batch_id === undefined ? (
        <BatchTable search={search} onSearch={onSearch} />
      ) : (
        <NominationTable view={view} search={search} onSearch={onSearch} />
      )}
    </div>
  )
}

function HeaderActions({ search }: { readonly search: NominationsSearch }) {
  const can = useCan()
  const { batch_id, organisation_id } = search
  if (!can('nominations.prepare')) return null
  return (
    <>
      {batch_id === undefined && <NewBatchButton />}
      <NominateLink
        search={{
          ...(batch_id !== undefined && { batch_id }),
          ...(organisation_id !== undefined && { organisation_id }),
        }}
        isPrimary
      />
    </>
  )
}

interface NominateLinkProps {
  readonly search: NewNominationSearch
  readonly isPrimary?: boolean
}

function NominateLink({ search, isPrimary = false }: NominateLinkProps) {
  const t = useText(nominationsText)
  const text = search.batch_id === undefined ? t('new') : t('batch_add')
  if (!isPrimary) {
    return (
      <Link to="/secretaries/nominations/new" search={search}>
        {text}
      </Link>
    )
  }
  return (
    <Link to="/secretaries/nominations/new" search={search} tabIndex={-1}>
      <Button type="primary">{text}</Button>
    </Link>
  )
}

interface NominationTableProps extends NominationsPageProps {
  readonly view: NominationsView
}

function NominationTable({ view, search, onSearch }: NominationTableProps) {
  const t = useText(nominationsText)
  const can = useCan()
  const columns = useNominationColumns()
  const { sort, view: _, batch_id, ...filters } = search
  const face = view === 'closed' ? 'closed' : 'open'
  return (
    <>
      {batch_id === undefined && <NominationFilters view={view} search={search} onSearch={onSearch} />}
      <ListTable
        name="nominations"
        label={t('list')}
        query={nominationsQuery(view, search)}
        columns={columns}
        {...(sort !== undefined && { sort })}
        onSort={(chosen) => onSearch({ sort: chosen })}
        isFiltered={Object.values(filters).some(Boolean)}
        empty={{
          title: t(`empty_${face}`),
          hint: t(`empty_${face}_hint`),
          ...(can('nominations.prepare') &&
            face === 'open' && {
              action: <NominateLink search={batch_id === undefined ? {} : { batch_id }} />,
            }),
        }}
      />
    </>
  )
}

function NominationFilters({ view, search, onSearch }: NominationTableProps) {
  const t = useText(nominationsText)
  const posts = useText(postsText)
  const states = useText(nominationStatesText)
  return (
    <FilterBar
      fields={[
        { kind: 'text', name: 'q', label: t('search') },
        { kind: 'organisation', name: 'organisation_id', label: t('organisation') },
        {
          kind: 'select',
          name: 'state',
          label: t('state'),
          options: statesOf(view).map((state) => ({ value: state, label: states(state) })),
        },
        {
          kind: 'select',
          name: 'post',
          label: t('post'),
          options: POSTS.map((post) => ({ value: post, label: posts(post) })),
        },
        {
          kind: 'select',
          name: 'kind',
          label: t('kind'),
          options: KINDS.map((kind) => ({ value: kind, label: t(kind) })),
        },
      ]}
      values={search}
      onChange={onSearch}
    />
  )
}
