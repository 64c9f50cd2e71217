import { Link } from '@tanstack/react-router'
import { useFormat } from '../../../app/use-format'
import { FilterBar } from '../../../components/FilterBar'
import { type ListColumn, ListTable } from '../../../components/ListTable'
import { PageHeader } from '../../../components/PageHeader'
import { useText } from '../../../i18n/use-text'
import { DutyTabs } from '../DutyTabs'
import { dutyText, reportStatesText } from '../duty-text'
import type { DutyReportLineOut } from '../duty-types'
import { ReportStateTag } from '../ReportStateTag'
import { reportsQuery } from './report-queries'
import { type ReportsSearch, WRITTEN_STATES } from './reports-search'
import { reportsText } from './reports-text'
import '../duty.css'

interface ReportsPageProps {
  readonly search: ReportsSearch
  readonly onSearch: (change: ReportsSearch) => void
}

/** Every report of the reader's subtree, whatever its round. */
export function ReportsPage({ search, onSearch }: ReportsPageProps) {
  const t = useText(reportsText)
  const words = useText(dutyText)
  const columns = useReportColumns()
  const { sort, ...filters } = search
  return (
    <div className="page">
      <PageHeader title={words('title')} />
      <DutyTabs />
      <ReportFilters search={search} onSearch={onSearch} />
      <ListTable
        name="duty-reports"
        label={t('list')}
        query={reportsQuery(search)}
        columns={columns}
        {...(sort !== undefined && { sort })}
        onSort={(chosen) => onSearch({ sort: chosen })}
        isFiltered={Object.values(filters).some(Boolean)}
        empty={{ title: t('empty'), hint: t('empty_hint') }}
      />
    </div>
  )
}

function ReportFilters({ search, onSearch }: ReportsPageProps) {
  const t = useText(reportsText)
  const words = useText(dutyText)
  const states = useText(reportStatesText)
  return (
    <FilterBar
      fields={[
        { kind: 'text', name: 'q', label: t('search') },
        { kind: 'organisation', name: 'organisation_id', label: t('organisation') },
        {
          kind: 'select',
          name: 'state',
          label: t('state'),
          options: WRITTEN_STATES.map((value) => ({ value, label: states(value) })),
        },
        {
          kind: 'select',
          name: 'late',
          label: t('late'),
          options: [{ value: 'true', label: words('late') }],
        },
      ]}
      values={search}
      onChange={onSearch}
    />
  )
}

function useReportColumns(): readonly ListColumn<DutyReportLineOut>[] {
  const t = useText(reportsText)
  const format = useFormat()
  return [
    {
      key: 'name',
      title: t('person'),
      render: (_, { id, name }) => (
        <Link to="/duty/reports/$reportId" params={{ reportId: id }}>
          {name}
        </Link>
      ),
    },
    {
      key: 'state',
      title: t('state'),
      render: (_, { state, late }) => <ReportStateTag state={state} late={late} />,
    },
    { key: 'organisation', title: t('organisation'), dataIndex: 'organisation_name' },
    {
      key: 'round',
      title: t('round'),
      render: (_, { round }) => (
        <Link to="/duty/rounds/$roundId" params={{ roundId: round.id }} className="duty-title">
          {round.title}
        </Link>
      ),
    },
    {
      key: 'submitted_at',
      title: t('submitted_at'),
      render: (_, { submitted_at }) => format.dateTime(submitted_at),
    },
    { key: 'comments', title: t('comments'), numeric: true, dataIndex: 'comments_count' },
  ]
}
