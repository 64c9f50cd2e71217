import { Segmented } from 'antd'
import { useFormat } from '../../../app/use-format'
import { useText } from '../../../i18n/use-text'
import type { AttendanceOut } from '../volunteering-types'
import { PRESENCES, type PresenceFilter, presenceOf } from './attendance-queries'
import { attendanceText } from './attendance-text'

interface PresenceChoiceProps {
  readonly attendance: AttendanceOut | undefined
  readonly value: PresenceFilter | undefined
  readonly onChange: (presence: PresenceFilter | undefined) => void
}

/** How many are where; each figure shows its people. */
export function PresenceChoice({ attendance, value, onChange }: PresenceChoiceProps) {
  const t = useText(attendanceText)
  const format = useFormat()
  const figureOf = (presence: PresenceFilter) =>
    attendance?.[presence === 'review' ? 'needs_review' : presence] ?? null
  const shown = PRESENCES.filter((each) => each !== 'review' || each === value || (figureOf(each) ?? 0) > 0)
  return (
    <Segmented
      aria-label={t('figures')}
      className="vol-presence"
      value={value ?? 'all'}
      options={[
        { value: 'all', label: t('all') },
        ...shown.map((presence) => {
          const figure = figureOf(presence)
          return {
            value: presence,
            label: (
              <span className={presence === 'review' ? 'vol-presence-review' : undefined}>
                {t(presence)} {figure !== null && <strong>{format.number(figure)}</strong>}
              </span>
            ),
          }
        }),
      ]}
      onChange={(chosen) => onChange(presenceOf(chosen))}
    />
  )
}
