import { StatusTag, type StatusTone } from '../../../components/StatusTag'
import { useText } from '../../../i18n/use-text'
import type { Presence, RosterRow } from '../volunteering-types'
import { attendanceText } from './attendance-text'

const TONES: Readonly<Record<Presence, StatusTone>> = { expected: 'neutral', inside: 'done', left: 'waiting' }

export function PresenceTag({ row: { presence, needs_review } }: { readonly row: RosterRow }) {
  const t = useText(attendanceText)
  return (
    <span className="vol-flags">
      <StatusTag tone={TONES[presence]}>{t(presence)}</StatusTag>
      {needs_review && <StatusTag tone="warning">{t('review')}</StatusTag>}
    </span>
  )
}
