import { Segmented } from 'antd'
import { Can } from '../../../auth/Can'
import { useCan } from '../../../auth/session-query'
import { FilterBar } from '../../../components/FilterBar'
import { ListTable } from '../../../components/ListTable'
import { PageHeader } from '../../../components/PageHeader'
import { useChoice } from '../../../components/use-choice'
import { useText } from '../../../i18n/use-text'
import { ChooseAll } from '../ChooseAll'
import { VolunteeringTabs } from '../VolunteeringTabs'
import { hoursWordsText } from '../volunteering-text'
import { HoursDetail } from './HoursDetail'
import { allHours, hoursQuery } from './hours-queries'
import { HOURS_KINDS, HOURS_STATES, HOURS_VIEWS, type HoursSearch, hoursViewOf } from './hours-search'
import { hoursText } from './hours-text'
import { LateEntryButton } from './LateEntryButton'
import { useHoursColumns } from './use-hours-columns'
import { VerifyChosen } from './VerifyChosen'
import './hours.css'

interface HoursPageProps {
  readonly search: HoursSearch
  readonly onSearch: (change: HoursSearch) => void
}

/** Hours that wait: the plain ones in bulk, those with something odd one by one. */
export function HoursPage({ search, onSearch }: HoursPageProps) {
  const t = useText(hoursText)
  const can = useCan()
  const view = hoursViewOf(search.view)
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        actions={
          <Can permission="volunteer_hours.enter">
            <LateEntryButton />
          </Can>
        }
      />
      <VolunteeringTabs />
      <Segmented
        aria-label={t('views')}
        className="vol-views"
        value={view}
        options={HOURS_VIEWS.map((each) => ({ value: each, label: t(`view_${each}`) }))}
        onChange={(chosen) => onSearch({ view: chosen === 'plain' ? undefined : chosen, state: undefined })}
      />
      {(view === 'all' || can('volunteer_hours.verify')) && (
        <p className="soft vol-views-hint">{t(`${view}_hint`)}</p>
      )}
      <HoursFilters search={search} onSearch={onSearch} />
      <HoursList key={view} search={search} />
    </div>
  )
}

function HoursFilters({ search, onSearch }: HoursPageProps) {
  const t = useText(hoursText)
  const words = useText(hoursWordsText)
  const isAll = hoursViewOf(search.view) === 'all'
  return (
    <FilterBar
      fields={[
        { kind: 'text', name: 'q', label: t('search') },
        ...(isAll
          ? [
              {
                kind: 'select' as const,
                name: 'state' as const,
                label: t('state'),
                options: HOURS_STATES.map((value) => ({ value, label: words(value) })),
              },
            ]
          : []),
        {
          kind: 'select',
          name: 'kind',
          label: t('kind'),
          options: HOURS_KINDS.map((value) => ({ value, label: words(value) })),
        },
        { kind: 'organisation', name: 'organisation_id', label: t('organisation') },
      ]}
      values={search}
      onChange={onSearch}
    />
  )
}

function HoursList({ search }: { readonly search: HoursSearch }) {
  const t = useText(hoursText)
  const can = useCan()
  const view = hoursViewOf(search.view)
  const query = hoursQuery(view, search)
  const choice = useChoice(query)
  const columns = useHoursColumns(view === 'plain' ? ['flags', 'state'] : view === 'all' ? [] : ['state'])
  const { view: _, ...filters } = search
  const isBulk = view === 'plain' && can('volunteer_hours.verify')
  return (
    <ListTable
      name={`hours-${view}`}
      label={t('list')}
      query={query}
      columns={columns}
      rowDetail={(hours) => <HoursDetail hours={hours} />}
      isFiltered={Object.values(filters).some(Boolean)}
      empty={{ title: t(`${view}_empty`), hint: t('empty_hint') }}
      {...(isBulk && {
        rowSelection: choice.selection,
        tools: (
          <>
            <ChooseAll choice={choice} readAll={() => allHours(view, search)} />
            <VerifyChosen chosen={choice.chosen} onDone={choice.choose} />
          </>
        ),
      })}
    />
  )
}
