import type { TaskOut } from '@/shared/api/schema.gen'
import { daysBetween } from '@/shared/format/format'
import { useSettings } from '../../app/settings-query'
import { useFormat } from '../../app/use-format'
import { StatusTag } from '../../components/StatusTag'
import { useText } from '../../i18n/use-text'
import { tasksText } from './tasks-text'

/** The date, the first one where it was extended, and whether it was missed. */
export function DueDate({ task }: { readonly task: TaskOut }) {
  const t = useText(tasksText)
  const format = useFormat()
  const { due_on, original_due_on } = task
  return (
    <span className="task-due">
      <span>{format.date(due_on)}</span>
      {due_on !== original_due_on && (
        <span className="soft">{t('original', { date: format.date(original_due_on) })}</span>
      )}
      <LateMark task={task} />
    </span>
  )
}

function LateMark({ task: { late, done_on, due_on } }: { readonly task: TaskOut }) {
  const t = useText(tasksText)
  const { today } = useSettings()
  if (!late) return null
  const count = daysBetween(due_on, done_on ?? today)
  const text = t(done_on === null ? 'late_by' : 'done_late', { count })
  return <StatusTag tone="overdue">{text}</StatusTag>
}
