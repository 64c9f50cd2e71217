import { useInfiniteQuery } from '@tanstack/react-query'
import { Tag } from 'antd'
import type { AuditEntryOut } from '@/shared/api/schema.gen'
import { useFormat } from '../../../app/use-format'
import { type ListColumn, ListTable } from '../../../components/ListTable'
import { useText } from '../../../i18n/use-text'
import { useActorName } from '../../../records/use-actor-name'
import { useRecordWords } from '../../../records/use-record-words'
import { AuditEntryDetail } from './AuditEntryDetail'
import { type AuditFilters, auditQuery } from './audit-queries'
import type { AuditSearch } from './audit-search'
import { auditText } from './audit-text'

interface AuditListProps {
  readonly filters: AuditFilters
  readonly search: AuditSearch
  readonly onSearch: (change: AuditSearch) => void
}

export function AuditList({ filters, search, onSearch }: AuditListProps) {
  const t = useText(auditText)
  const columns = useColumns()
  const query = auditQuery(filters)
  return (
    <>
      <ChosenOnes filters={filters} search={search} onSearch={onSearch} />
      <ListTable
        name="audit-entries"
        label={t('list')}
        query={query}
        columns={columns}
        isFiltered={Object.values(search).some(Boolean)}
        empty={{ title: t('empty') }}
        rowDetail={(entry) => <AuditEntryDetail entry={entry} onSearch={onSearch} />}
      />
    </>
  )
}

/** Person and record that were chosen from a row, with the way back. */
function ChosenOnes({ filters, search, onSearch }: AuditListProps) {
  const t = useText(auditText)
  const { data } = useInfiniteQuery(auditQuery(filters))
  const first = data?.pages[0]?.items[0]
  const { actor_user_id, subject_id } = search
  if (actor_user_id === undefined && subject_id === undefined) return null
  return (
    <p className="system-chosen-ones">
      {actor_user_id !== undefined && (
        <Tag closable onClose={() => onSearch({ actor_user_id: undefined })}>
          {t('only_actor_set', { name: first?.actor_label || t('the_chosen') })}
        </Tag>
      )}
      {subject_id !== undefined && (
        <Tag closable onClose={() => onSearch({ subject_id: undefined })}>
          {t('only_subject_set', { name: first?.subject_label || t('the_chosen') })}
        </Tag>
      )}
    </p>
  )
}

function useColumns(): readonly ListColumn<AuditEntryOut>[] {
  const t = useText(auditText)
  const words = useRecordWords()
  const actor = useActorName()
  const format = useFormat()
  return [
    {
      key: 'recorded_at',
      title: t('recorded_at'),
      render: (_, { recorded_at }) => format.dateTime(recorded_at),
    },
    { key: 'actor', title: t('actor'), render: (_, { actor_label }) => actor(actor_label) },
    { key: 'action', title: t('action'), render: (_, { action }) => words.action(action) },
    {
      key: 'subject',
      title: t('subject'),
      render: (_, { subject_type, subject_label }) => (
        <span className="system-subject">
          <span className="soft">{words.subject(subject_type)}</span> {subject_label}
        </span>
      ),
    },
    {
      key: 'change',
      title: t('change'),
      render: (_, { from_state, to_state }) =>
        to_state === null || from_state === null
          ? null
          : `${words.state(from_state)} → ${words.state(to_state)}`,
    },
    {
      key: 'reason',
      title: t('reason'),
      render: (_, { reason }) => <span className="system-reason">{reason}</span>,
    },
    { key: 'seq', title: t('seq'), dataIndex: 'seq', numeric: true, optional: true },
  ]
}
