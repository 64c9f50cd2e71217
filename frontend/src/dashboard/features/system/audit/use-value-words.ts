import { rolesText } from '@/shared/i18n/roles-text'
import { useFormat } from '../../../app/use-format'
import { organisationKindsText } from '../../../i18n/organisation-kinds-text'
import { useText } from '../../../i18n/use-text'
import { wordsText } from '../../../i18n/words-text'
import { useRecordWords } from '../../../records/use-record-words'
import { auditText } from './audit-text'

const DAY = /^\d{4}-\d{2}-\d{2}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/

/** A column's value as somebody reads it: dates, states, roles and kinds in words. */
export function useValueWords(): (field: string, value: unknown) => string {
  const t = useText(auditText)
  const yesNo = useText(wordsText)
  const role = useText(rolesText)
  const kind = useText(organisationKindsText)
  const words = useRecordWords()
  const format = useFormat()
  const codes: Readonly<Record<string, (code: string) => string>> = {
    state: words.state,
    role: role.code,
    kind: kind.code,
    subject_type: words.subject,
    origin_type: words.subject,
  }
  const ofText = (field: string, value: string) => {
    if (value === '') return t('nothing')
    if (DAY.test(value)) return format.date(value)
    if (INSTANT.test(value)) return format.dateTime(value)
    return codes[field]?.(value) ?? value
  }
  return (field, value) => {
    if (value === null || value === undefined) return t('nothing')
    if (typeof value === 'boolean') return yesNo(value ? 'yes' : 'no')
    return typeof value === 'string' ? ofText(field, value) : JSON.stringify(value)
  }
}
