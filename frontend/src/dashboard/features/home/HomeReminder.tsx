import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { daysBetween } from '@/shared/format/format'
import { useSettings } from '../../app/settings-query'
import { useFormat } from '../../app/use-format'
import { PathLink } from '../../components/PathLink'
import { useText } from '../../i18n/use-text'
import { reminderQuery, useCloseReminder } from './home-query'
import { homeText } from './home-text'

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
          {reminder.tasks.map(({ id, title, due_on }) => (
            <li key={id}>
              <PathLink path={`/tasks/${id}`}>{title}</PathLink>{' '}
              <span className="soft">
                {format.date(due_on)} · {left(due_on)}
              </span>
            </li>
          ))}
        </ul>
      }
      closable={{ closeIcon: true, onClose: () => close.mutate(), 'aria-label': t('reminder_close') }}
    />
  )
}
