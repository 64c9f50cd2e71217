import type { HomeTask } from '@/shared/api/session-types'
import { daysBetween } from '@/shared/format/format'
import { useFormat } from '../../app/use-format'
import { PathLink } from '../../components/PathLink'
import { StatusTag } from '../../components/StatusTag'
import { useText } from '../../i18n/use-text'
import { HomeEmpty, HomeSection } from './HomeSection'
import { homeText } from './home-text'
import { groupTasks } from './task-groups'

interface HomeTasksProps {
  readonly tasks: readonly HomeTask[]
  readonly today: string
}

export function HomeTasks({ tasks, today }: HomeTasksProps) {
  const t = useText(homeText)
  return (
    <HomeSection title={t('tasks')} count={tasks.length}>
      {tasks.length === 0 && <HomeEmpty title={t('tasks_empty')} hint={t('tasks_empty_hint')} />}
      {groupTasks(tasks, today).map((group) => (
        <div key={group.name} className="home-group">
          <h3>{t(group.name)}</h3>
          <ul className="rows">
            {group.tasks.map((task) => (
              <TaskRow key={task.id} task={task} today={today} />
            ))}
          </ul>
        </div>
      ))}
    </HomeSection>
  )
}

function TaskRow({ task, today }: { readonly task: HomeTask; readonly today: string }) {
  const t = useText(homeText)
  const format = useFormat()
  return (
    <li className="row">
      <span className="row-date">{format.date(task.due_on)}</span>
      <span className="row-what">
        <span className="row-title">{task.title}</span>
        <span className="soft">{task.organisation_name}</span>
      </span>
      <DueTag daysLeft={daysBetween(today, task.due_on)} />
      <PathLink path={task.path} className="row-action">
        {t('open_task')}
        <span className="unseen">{task.title}</span>
      </PathLink>
    </li>
  )
}

function DueTag({ daysLeft }: { readonly daysLeft: number }) {
  const t = useText(homeText)
  if (daysLeft < 0) return <StatusTag tone="overdue">{t('overdue_by', { count: -daysLeft })}</StatusTag>
  if (daysLeft === 0) return <StatusTag tone="warning">{t('due_today')}</StatusTag>
  return <StatusTag tone="waiting">{t('due_in', { count: daysLeft })}</StatusTag>
}
