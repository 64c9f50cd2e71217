import { Link } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { Can } from '../../../auth/Can'
import { useCan } from '../../../auth/session-query'
import { FilterBar } from '../../../components/FilterBar'
import { ListTable } from '../../../components/ListTable'
import { PageHeader } from '../../../components/PageHeader'
import { useText } from '../../../i18n/use-text'
import { VolunteeringTabs } from '../VolunteeringTabs'
import { activityStatesText, volunteeringText } from '../volunteering-text'
import { ActivityCalendar } from './ActivityCalendar'
import { ACTIVITY_STATES, type ActivitiesSearch } from './activities-search'
import { activitiesText } from './activities-text'
import { activitiesQuery } from './activity-queries'
import { useActivityColumns } from './use-activity-columns'

interface ActivitiesPageProps {
  readonly search: ActivitiesSearch
  readonly onSearch: (change: ActivitiesSearch) => void
}

/** What is planned and what took place, as a month or as a list. */
export function ActivitiesPage({ search, onSearch }: ActivitiesPageProps) {
  const t = useText(activitiesText)
  const words = useText(volunteeringText)
  const isList = search.view === 'list'
  return (
    <div className="page">
      <PageHeader title={words('title')} actions={<NewLink />} />
      <VolunteeringTabs />
      <div className="vol-view">
        <Segmented
          aria-label={t('view')}
          value={isList ? 'list' : 'calendar'}
          options={[
            { value: 'calendar', label: t('calendar') },
            { value: 'list', label: t('as_list') },
          ]}
          onChange={(view) => onSearch({ view: view === 'list' ? 'list' : undefined })}
        />
        <ActivityFilters search={search} onSearch={onSearch} />
      </div>
      {isList ? (
        <ActivityList search={search} onSearch={onSearch} />
      ) : (
        <ActivityCalendar search={search} onSearch={onSearch} />
      )}
    </div>
  )
}

function ActivityList({ search, onSearch }: ActivitiesPageProps) {
  const t = useText(activitiesText)
  const can = useCan()
  const { sort, view: _, month: __, ...filters } = search
  return (
    <ListTable
      name="activities"
      label={t('list')}
      query={activitiesQuery(search)}
      columns={useActivityColumns()}
      sort={sort ?? '-starts_at'}
      onSort={(chosen) => onSearch({ sort: chosen })}
      isFiltered={Object.values(filters).some(Boolean)}
      empty={{
        title: t('empty'),
        hint: t('empty_hint'),
        ...(can('activities.write') && { action: <Link to="/volunteering/activities/new">{t('new')}</Link> }),
      }}
    />
  )
}

function ActivityFilters({ search, onSearch }: ActivitiesPageProps) {
  const t = useText(activitiesText)
  const states = useText(activityStatesText)
  return (
    <FilterBar
      fields={[
        { kind: 'text', name: 'q', label: t('search') },
        {
          kind: 'select',
          name: 'state',
          label: t('state'),
          options: ACTIVITY_STATES.map((value) => ({ value, label: states(value) })),
        },
        { kind: 'organisation', name: 'organisation_id', label: t('organisation') },
        {
          kind: 'select',
          name: 'template',
          label: t('template'),
          options: [{ value: 'true', label: t('templates_only') }],
        },
      ]}
      values={search}
      onChange={onSearch}
    />
  )
}

function NewLink() {
  const t = useText(activitiesText)
  return (
    <Can permission="activities.write">
      <Link to="/volunteering/activities/new" tabIndex={-1}>
        <Button type="primary">{t('new')}</Button>
      </Link>
    </Can>
  )
}
