import { rolesText } from '@/shared/i18n/roles-text'
import { useFormat } from '../app/use-format'
import { useText } from '../i18n/use-text'
import { useActorName } from '../records/use-actor-name'
import { componentsText } from './components-text'
import type { HistoryEntry } from './history-query'
import { StatusTag } from './StatusTag'

export interface HistoryNames {
  readonly action?: (code: string) => string
  readonly state?: (code: string) => string
}

interface HistoryItemProps {
  readonly entry: HistoryEntry
  readonly names: HistoryNames
}

const DAY = 1440

export function HistoryItem({ entry, names }: HistoryItemProps) {
  const t = useText(componentsText)
  const role = useText(rolesText)
  const actor = useActorName()
  const format = useFormat()
  const delayOf = (minutes: number) =>
    minutes < DAY
      ? t('delay_minutes', { count: minutes })
      : t('delay_days', { count: Math.floor(minutes / DAY) })
  const state = (code: string | null) => (code === null ? '' : (names.state?.(code) ?? code))
  return (
    <li>
      <p className="history-what">
        <strong>{names.action?.(entry.action) ?? entry.action}</strong>
        {entry.to_state !== null && entry.to_state !== entry.from_state && (
          <span>
            {entry.from_state !== null && `${state(entry.from_state)} → `}
            {state(entry.to_state)}
          </span>
        )}
      </p>
      <p className="soft">
        {actor(entry.actor_label)}
        {entry.actor_role !== null && ` · ${role.code(entry.actor_role)}`} ·{' '}
        {format.dateTime(entry.recorded_at)}
      </p>
      {entry.late && (
        <StatusTag tone="warning">
          {t('late_entry_of', {
            at: format.dateTime(entry.occurred_at),
            delay: delayOf(entry.delay_minutes),
          })}
        </StatusTag>
      )}
      {entry.reason !== null && <p>{t('reason_of', { reason: entry.reason })}</p>}
    </li>
  )
}
