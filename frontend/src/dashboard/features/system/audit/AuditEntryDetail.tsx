import { Button } from 'antd'
import type { AuditEntryOut } from '@/shared/api/schema.gen'
import { rolesText } from '@/shared/i18n/roles-text'
import { useFormat } from '../../../app/use-format'
import { Facts } from '../../../components/Facts'
import { StatusTag } from '../../../components/StatusTag'
import { useText } from '../../../i18n/use-text'
import { AuditChanges } from './AuditChanges'
import type { AuditSearch } from './audit-search'
import { auditText } from './audit-text'

const MINUTE = 60_000

interface AuditEntryDetailProps {
  readonly entry: AuditEntryOut
  readonly onSearch: (change: AuditSearch) => void
}

export function AuditEntryDetail({ entry, onSearch }: AuditEntryDetailProps) {
  const t = useText(auditText)
  const role = useText(rolesText)
  const { actor_user_id, actor_role, subject_id, reason } = entry
  return (
    <div className="system-entry">
      <AuditChanges changes={entry.changes} />
      <Facts
        facts={[
          { label: t('occurred_at'), value: <Occurred entry={entry} /> },
          { label: t('role'), value: actor_role === null ? t('no_role') : role.code(actor_role) },
          ...(reason === null ? [] : [{ label: t('reason'), value: reason }]),
          { label: t('seq'), value: entry.seq },
          { label: t('version'), value: entry.subject_version },
          { label: t('record_id'), value: <code>{subject_id}</code> },
          { label: t('request_id'), value: <code>{entry.request_id}</code> },
        ]}
      />
      <p className="system-entry-links">
        {actor_user_id !== null && (
          <Button type="link" onClick={() => onSearch({ actor_user_id })}>
            {t('only_actor')}
          </Button>
        )}
        <Button type="link" onClick={() => onSearch({ subject_id })}>
          {t('only_subject')}
        </Button>
      </p>
    </div>
  )
}

function Occurred({ entry: { occurred_at, recorded_at } }: { readonly entry: AuditEntryOut }) {
  const t = useText(auditText)
  const format = useFormat()
  const isLate = Date.parse(recorded_at) - Date.parse(occurred_at) >= MINUTE
  return (
    <>
      {format.dateTime(occurred_at)} {isLate && <StatusTag tone="warning">{t('late_entry')}</StatusTag>}
    </>
  )
}
