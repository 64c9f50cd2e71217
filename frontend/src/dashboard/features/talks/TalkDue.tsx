import type { TalkOut } from '@/shared/api/schema.gen'
import { daysBetween } from '@/shared/format/format'
import { useSettings } from '../../app/settings-query'
import { useFormat } from '../../app/use-format'
import { StatusTag } from '../../components/StatusTag'
import { useText } from '../../i18n/use-text'
import { talksText } from './talks-text'

/** The date by which a talk is to be held; what was missed is said in words with a mark. */
export function TalkDue({ talk: { due_on, overdue } }: { readonly talk: TalkOut }) {
  const t = useText(talksText)
  const format = useFormat()
  const { today } = useSettings()
  return (
    <span className="talk-due">
      <span>{format.date(due_on)}</span>
      {overdue && (
        <StatusTag tone="overdue">{t('overdue_by', { count: daysBetween(due_on, today) })}</StatusTag>
      )}
    </span>
  )
}
