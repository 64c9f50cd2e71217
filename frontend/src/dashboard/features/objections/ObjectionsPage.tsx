import { Link } from '@tanstack/react-router'
import type { ObjectionOut } from '@/shared/api/schema.gen'
import { useFormat } from '../../app/use-format'
import { FilterBar } from '../../components/FilterBar'
import { type ListColumn, ListTable } from '../../components/ListTable'
import { PageHeader } from '../../components/PageHeader'
import { useText } from '../../i18n/use-text'
import { SecretaryTabs } from '../secretaries/SecretaryTabs'
import { ObjectionStateTag } from './ObjectionStateTag'
import { objectionsQuery } from './objection-queries'
import { type ObjectionsSearch, STATES } from './objections-search'
import { objectionStatesText, objectionsText } from './objections-text'
import { useAbout } from './use-about'
import './objections.css'

interface ObjectionsPageProps {
  readonly search: ObjectionsSearch
  readonly onSearch: (change: ObjectionsSearch) => void
}

/** What secretaries say is wrong in their archives. */
export function ObjectionsPage({ search, onSearch }: ObjectionsPageProps) {
  const t = useText(objectionsText)
  const states = useText(objectionStatesText)
  const { sort, ...filters } = search
  return (
    <div className="page">
      <PageHeader title={t('title')} />
      <SecretaryTabs />
      <FilterBar
        fields={[
          { kind: 'text', name: 'q', label: t('search') },
          {
            kind: 'select',
            name: 'state',
            label: t('state'),
            options: STATES.map((value) => ({ value, label: states(value) })),
          },
          { kind: 'organisation', name: 'organisation_id', label: t('organisation') },
        ]}
        values={search}
        onChange={onSearch}
      />
      <ListTable
        name="objections"
        label={t('list')}
        query={objectionsQuery(search)}
        columns={useColumns()}
        {...(sort !== undefined && { sort })}
        onSort={(chosen) => onSearch({ sort: chosen })}
        isFiltered={Object.values(filters).some(Boolean)}
        empty={{ title: t('empty'), hint: t('empty_hint') }}
      />
    </div>
  )
}

function useColumns(): readonly ListColumn<ObjectionOut>[] {
  const t = useText(objectionsText)
  const about = useAbout()
  const format = useFormat()
  return [
    {
      key: 'name',
      title: t('name'),
      render: (_, { id, name }) => (
        <Link to="/objections/$objectionId" params={{ objectionId: id }}>
          {name}
        </Link>
      ),
    },
    { key: 'about', title: t('about'), render: (_, objection) => about(objection) },
    {
      key: 'text',
      title: t('text'),
      render: (_, { text }) => <span className="objection-line">{text}</span>,
    },
    { key: 'state', title: t('state'), render: (_, { state }) => <ObjectionStateTag state={state} /> },
    { key: 'organisation', title: t('organisation'), dataIndex: 'organisation_name' },
    {
      key: 'created_at',
      title: t('filed_on'),
      sortBy: 'created_at',
      render: (_, { created_at }) => format.dateTime(created_at),
    },
    { key: 'decided_on', title: t('decided_on'), render: (_, { decided_on }) => format.date(decided_on) },
  ]
}
