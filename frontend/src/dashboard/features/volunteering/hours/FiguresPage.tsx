import { useQuery } from '@tanstack/react-query'
import { useSettings } from '../../../app/settings-query'
import { useMe } from '../../../auth/session-query'
import { ListFace } from '../../../components/ListFace'
import { OrganisationPicker } from '../../../components/OrganisationPicker'
import { PageHeader } from '../../../components/PageHeader'
import { useText } from '../../../i18n/use-text'
import { monthAfter, monthOf } from '../months'
import { VolunteeringTabs } from '../VolunteeringTabs'
import { HoursChart } from './HoursChart'
import { HoursSums } from './HoursSums'
import { summaryQuery } from './hours-queries'
import { type FiguresSearch, rowsByOf } from './hours-search'
import { figuresText } from './hours-text'
import { MonthField } from './MonthField'
import { SummaryRows } from './SummaryRows'
import './hours.css'

interface FiguresPageProps {
  readonly search: FiguresSearch
  readonly onSearch: (change: FiguresSearch) => void
}

const A_YEAR = 11

/** How many hours were served, by month and by whom; recorded and late entries are never added up. */
export function FiguresPage({ search, onSearch }: FiguresPageProps) {
  const t = useText(figuresText)
  const { today } = useSettings()
  const { assignment } = useMe()
  const until = monthOf(search.until_month, today)
  const from = monthOf(search.from_month, monthAfter(until, -A_YEAR))
  const organisationId = search.organisation_id ?? assignment?.organisation_id
  const months = useQuery(summaryQuery({ by: 'month', organisationId, from, until }))
  return (
    <div className="page">
      <PageHeader title={t('title')} />
      <VolunteeringTabs />
      <div className="vol-months">
        <OrganisationPicker
          aria-label={t('organisation')}
          className="filter-organisation"
          value={organisationId}
          onChange={(id) => onSearch({ organisation_id: id })}
        />
        <MonthField
          label={t('from_month')}
          value={from}
          onChange={(month) => onSearch({ from_month: month })}
        />
        <span aria-hidden="true">–</span>
        <MonthField
          label={t('until_month')}
          value={until}
          onChange={(month) => onSearch({ until_month: month })}
        />
      </div>
      <ListFace list={months} isEmpty={false} empty={{ title: '' }}>
        {months.data !== undefined && (
          <>
            <HoursSums summary={months.data} />
            <HoursChart from={from} until={until} items={months.data.items} />
          </>
        )}
      </ListFace>
      <SummaryRows by={rowsByOf(search.by)} request={{ organisationId, from, until }} onSearch={onSearch} />
    </div>
  )
}
