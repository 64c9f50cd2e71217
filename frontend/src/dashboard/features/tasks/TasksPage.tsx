import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useCan } from '../../auth/session-query'
import { FilterBar } from '../../components/FilterBar'
import { ListTable } from '../../components/ListTable'
import { PageHeader } from '../../components/PageHeader'
import { useText } from '../../i18n/use-text'
import { tasksQuery } from './task-queries'
import { STATES, type TasksSearch, type TasksView, VIEWS, viewOf } from './tasks-search'
import { taskStatesText, tasksText } from './tasks-text'
import { useTaskColumns } from './use-task-columns'
import './tasks.css'

interface TasksPageProps {
  readonly search: TasksSearch
  readonly onSearch: (change: TasksSearch) => void
}

export function TasksPage({ search, onSearch }: TasksPageProps) {
  const t = useText(tasksText)
  const can = useCan()
  const view = viewOf(search.view, can)
  const columns = useTaskColumns(view)
  const { q, state, organisation_id, sort } = search
  const mayGive = can('tasks.write')
  return (
    <div className="page">
      <PageHeader title={t('title')} actions={mayGive && <GiveLink isPrimary />} />
      <TaskTabs view={view} search={search} />
      <TaskFilters view={view} search={search} onSearch={onSearch} />
      <ListTable
        name="tasks"
        label={t('list')}
        query={tasksQuery(view, search)}
        columns={columns}
        {...(sort !== undefined && { sort })}
        onSort={(chosen) => onSearch({ sort: chosen })}
        isFiltered={[q, state, organisation_id].some(Boolean)}
        empty={{
          title: t(`empty_${view}`),
          hint: t(`empty_${view}_hint`),
          ...(view === 'given' && mayGive && { action: <GiveLink /> }),
        }}
      />
    </div>
  )
}

interface TaskTabsProps {
  readonly view: TasksView
  readonly search: TasksSearch
}

function TaskTabs({ view, search }: TaskTabsProps) {
  const t = useText(tasksText)
  return (
    <nav className="page-tabs" aria-label={t('views')}>
      {VIEWS.map((each) => (
        <Link
          key={each}
          to="/tasks"
          search={{ ...search, view: each, state: undefined }}
          className={each === view ? 'active' : ''}
          aria-current={each === view ? 'page' : undefined}
          activeProps={{}}
          inactiveProps={{}}
          replace
        >
          {t(`view_${each}`)}
        </Link>
      ))}
    </nav>
  )
}

interface TaskFiltersProps extends TasksPageProps {
  readonly view: TasksView
}

function TaskFilters({ view, search, onSearch }: TaskFiltersProps) {
  const t = useText(tasksText)
  const states = useText(taskStatesText)
  const stateOptions = STATES.map((value) => ({ value, label: states(value) }))
  const hasStates = view === 'given' || view === 'all'
  return (
    <FilterBar
      fields={[
        { kind: 'text', name: 'q', label: t('search') },
        ...(hasStates
          ? [{ kind: 'select' as const, name: 'state' as const, label: t('state'), options: stateOptions }]
          : []),
        { kind: 'organisation', name: 'organisation_id', label: t('organisation') },
      ]}
      values={search}
      onChange={onSearch}
    />
  )
}

function GiveLink({ isPrimary = false }: { readonly isPrimary?: boolean }) {
  const t = useText(tasksText)
  if (!isPrimary) return <Link to="/tasks/new">{t('give')}</Link>
  return (
    <Link to="/tasks/new" tabIndex={-1}>
      <Button type="primary">{t('give')}</Button>
    </Link>
  )
}
