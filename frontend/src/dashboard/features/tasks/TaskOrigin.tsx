import type { OriginOut } from '@/shared/api/schema.gen'
import { PathLink } from '../../components/PathLink'
import { useText } from '../../i18n/use-text'
import { subjectPath } from '../../records/subject-path'
import { useRecordWords } from '../../records/use-record-words'
import { tasksText } from './tasks-text'

/** The record that a task came from. */
export function TaskOrigin({ origin }: { readonly origin: OriginOut | null }) {
  const t = useText(tasksText)
  const words = useRecordWords()
  if (origin === null) return <span className="soft">{t('origin_none')}</span>
  const path = subjectPath(origin.type, origin.id)
  const name = words.subject(origin.type)
  return path === null ? name : <PathLink path={path}>{name}</PathLink>
}
