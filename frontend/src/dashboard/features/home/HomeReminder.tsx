import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import type { TaskLineOut } from '@/shared/api/schema.gen'
import { daysBetween } from '@/shared/format/format'
import { useSettings } from '../../app/settings-query'
import { useFormat } from '../../app/use-format'
import { PathLink } from '../../components/PathLink'
import { useText } from '../../i18n/use-text'
import { subjectPath } from '../../records/subject-path'
import { reminderQuery, useCloseReminder } from './home-query'
import { homeText } from './home-text'

/** Where the task is done: one that moves with its record, on the record's page. */
function pathOf({ id, origin, moves_with_record }: TaskLineOut): string {
  const record = moves_with_record && origin !== null ? subjectPath(origin.type, origin.id) : null
  return record ?? `/tasks/${id}`
}

/** Once on a working day: what of mine is due within three days or late, until it is closed. */
export function HomeReminder() {
  const t = useText(homeText)
  const format = useFormat()
  const { today } = useSettings()
  const { data: reminder } = useQuery(reminderQuery)
  const close = useCloseReminder()
  if (reminder === undefined || reminder === null) return null
  const left = (due_on: string) => {
    const days = daysBetween(today, due_on)
    if (days < 0) return t('overdue_by', { count: -days })
    return days === 0 ? t('due_today') : t('due_in', { count: days })
  }
  return (
    <Alert
      className="home-notice"
      type="warning"
      showIcon
      role="status"
      title={t('reminder', { count: reminder.tasks.length })}
      description={
        <ul>
          {reminder.tasks.map((task) => (
            <li key={task.id}>
              <PathLink path={pathOf(task)}>{task.title}</PathLink>{' '}
              <span className="soft">
                {format.date(task.due_on)} · {left(task.due_on)}
              </span>
            </li>
          ))}
        </ul>
      }
      closable={{ closeIcon: true, onClose: () => close.mutate(), 'aria-label': t('reminder_close') }}
    />
  )
}
