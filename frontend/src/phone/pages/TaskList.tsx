import type { HomeTask } from '@/shared/api/session-types'
import { phoneText } from '../app/phone-text'
import { useFormat } from '../app/use-format'
import { useText } from '../app/use-text'

interface TaskListProps {
  readonly tasks: readonly HomeTask[]
  readonly timeZone: string
}

const TALKS = '/secretaries/talks/'

/** Where the task is done: one that moves with a talk, on the talk's page. */
function pageOf({ id, path }: HomeTask): string {
  return path.startsWith(TALKS) ? `#/talks/${path.slice(TALKS.length)}` : `#/tasks/${id}`
}

export function TaskList({ tasks, timeZone }: TaskListProps) {
  const t = useText(phoneText)
  const format = useFormat(timeZone)
  const byDate = [...tasks].sort((one, other) => one.due_on.localeCompare(other.due_on))
  return (
    <section>
      <h2>{t('tasks')}</h2>
      {tasks.length === 0 && <p className="soft">{t('tasks_empty')}</p>}
      <ul className="tasks">
        {byDate.map((task) => (
          <li key={task.id}>
            <a href={pageOf(task)}>{task.title}</a>
            <span className="soft">{task.organisation_name}</span>
            <span className={task.late ? 'late' : 'soft'}>
              {task.late && <b aria-hidden="true">! </b>}
              {task.late && `${t('overdue')} · `}
              {t('due', { date: format.date(task.due_on) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
