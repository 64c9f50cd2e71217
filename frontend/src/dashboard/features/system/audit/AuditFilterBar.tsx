import { FilterBar } from '../../../components/FilterBar'
import { useText } from '../../../i18n/use-text'
import { useRecordWords } from '../../../records/use-record-words'
import { AUDIT_ACTIONS, NOUN_SUBJECTS, SUBJECT_TYPES } from './audit-actions'
import { actorsQuery } from './audit-queries'
import type { AuditSearch } from './audit-search'
import { auditText } from './audit-text'

interface AuditFilterBarProps {
  readonly search: AuditSearch
  readonly onSearch: (change: AuditSearch) => void
}

export function AuditFilterBar({ search, onSearch }: AuditFilterBarProps) {
  const t = useText(auditText)
  const words = useRecordWords()
  const actionName = (code: string) => {
    const noun = code.slice(0, code.indexOf('.'))
    return `${words.subject(NOUN_SUBJECTS[noun] ?? noun)} · ${words.action(code)}`
  }
  return (
    <FilterBar
      fields={[
        { kind: 'text', name: 'q', label: t('search') },
        {
          kind: 'select',
          name: 'action',
          label: t('action'),
          options: AUDIT_ACTIONS.map((value) => ({ value, label: actionName(value) })),
        },
        {
          kind: 'select',
          name: 'subject_type',
          label: t('subject_type'),
          options: SUBJECT_TYPES.map((value) => ({ value, label: words.subject(value) })),
        },
        { kind: 'person', name: 'actor_user_id', label: t('actor'), search: actorsQuery },
        { kind: 'organisation', name: 'organisation_id', label: t('organisation') },
        { kind: 'date', name: 'from', label: t('from') },
        { kind: 'date', name: 'to', label: t('to') },
      ]}
      values={search}
      onChange={onSearch}
    />
  )
}
