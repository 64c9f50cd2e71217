import { Alert } from 'antd'
import type { TaskOut } from '@/shared/api/schema.gen'
import { PathLink } from '../../components/PathLink'
import { useText } from '../../i18n/use-text'
import { subjectPath } from '../../records/subject-path'
import { useRecordWords } from '../../records/use-record-words'
import { tasksText } from './tasks-text'

/** Where a task is done that moves with the record that it came from. */
export function RecordNotice({ task: { origin } }: { readonly task: TaskOut }) {
  const t = useText(tasksText)
  const words = useRecordWords()
  const path = origin === null ? null : subjectPath(origin.type, origin.id)
  return (
    <Alert
      type="info"
      showIcon
      className="problem"
      title={t('moves_with_record')}
      {...(origin !== null &&
        path !== null && {
          description: (
            <PathLink path={path}>{t('open_record', { record: words.subject(origin.type) })}</PathLink>
          ),
        })}
    />
  )
}
