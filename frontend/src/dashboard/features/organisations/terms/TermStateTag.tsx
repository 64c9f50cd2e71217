import { daysBetween } from '@/shared/format/format'
import { useSettings } from '../../../app/settings-query'
import { StatusTag } from '../../../components/StatusTag'
import { useText } from '../../../i18n/use-text'
import type { Term } from '../organisation-types'
import { termStatesText, termsText } from './terms-text'

const DAYS_OF_A_YEAR = 365.25

/** The state of a term, with how far its end is. */
export function TermStateTag({ term }: { readonly term: Term }) {
  const t = useText(termsText)
  const states = useText(termStatesText)
  const { today } = useSettings()
  const left = daysBetween(today, term.ends_on)
  if (term.overdue) {
    const years = Math.floor(-left / DAYS_OF_A_YEAR)
    const text = years < 2 ? t('overdue_by', { count: -left }) : t('overdue_years', { count: years })
    return <StatusTag tone="overdue">{text}</StatusTag>
  }
  if (term.due_soon) return <StatusTag tone="warning">{t('due_in', { count: left })}</StatusTag>
  const tone = term.state === 'ended' ? 'neutral' : 'done'
  return <StatusTag tone={tone}>{states.code(term.state)}</StatusTag>
}
