import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Can } from '../../../auth/Can'
import { useCan } from '../../../auth/session-query'
import { FilterBar } from '../../../components/FilterBar'
import { ListTable } from '../../../components/ListTable'
import { PageHeader } from '../../../components/PageHeader'
import { useText } from '../../../i18n/use-text'
import { DutyTabs } from '../DutyTabs'
import { directionsText, dutyText, roundStatesText } from '../duty-text'
import { roundsQuery } from '../round-queries'
import { DIRECTIONS, ROUND_STATES, type RoundsSearch } from './rounds-search'
import { roundsText } from './rounds-text'
import { useRoundColumns } from './use-round-columns'
import '../duty.css'

interface RoundsPageProps {
  readonly search: RoundsSearch
  readonly onSearch: (change: RoundsSearch) => void
}

/** Every round with whose turn it is and how many reports are in. */
export function RoundsPage({ search, onSearch }: RoundsPageProps) {
  const t = useText(roundsText)
  const words = useText(dutyText)
  const can = useCan()
  const columns = useRoundColumns()
  const { sort, ...filters } = search
  const mayPrepare = can('duty_rounds.write')
  return (
    <div className="page">
      <PageHeader
        title={words('title')}
        actions={
          <Can permission="duty_rounds.write">
            <NewRoundLink />
          </Can>
        }
      />
      <DutyTabs />
      <RoundFilters search={search} onSearch={onSearch} />
      <ListTable
        name="duty-rounds"
        label={t('list')}
        query={roundsQuery(search)}
        columns={columns}
        {...(sort !== undefined && { sort })}
        onSort={(chosen) => onSearch({ sort: chosen })}
        isFiltered={Object.values(filters).some(Boolean)}
        empty={{
          title: t('empty'),
          hint: t(mayPrepare ? 'empty_hint' : 'empty_hint_reader'),
          ...(mayPrepare && { action: <Link to="/duty/rounds/new">{t('new')}</Link> }),
        }}
      />
    </div>
  )
}

function NewRoundLink() {
  const t = useText(roundsText)
  return (
    <Link to="/duty/rounds/new" tabIndex={-1}>
      <Button type="primary">{t('new')}</Button>
    </Link>
  )
}

const YEARS_BACK = 6

function RoundFilters({ search, onSearch }: RoundsPageProps) {
  const t = useText(roundsText)
  const directions = useText(directionsText)
  const states = useText(roundStatesText)
  const now = new Date().getFullYear()
  const years = Array.from({ length: YEARS_BACK }, (_, back) => String(now + 1 - back))
  return (
    <FilterBar
      fields={[
        { kind: 'text', name: 'q', label: t('search') },
        {
          kind: 'select',
          name: 'year',
          label: t('year'),
          options: years.map((year) => ({ value: year, label: t('year_value', { year }) })),
        },
        {
          kind: 'select',
          name: 'direction',
          label: t('direction'),
          options: DIRECTIONS.map((value) => ({ value, label: directions(value) })),
        },
        {
          kind: 'select',
          name: 'state',
          label: t('state'),
          options: ROUND_STATES.map((value) => ({ value, label: states(value) })),
        },
      ]}
      values={search}
      onChange={onSearch}
    />
  )
}
