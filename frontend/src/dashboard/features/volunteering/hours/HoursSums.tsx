import { useText } from '../../../i18n/use-text'
import { useDuration } from '../use-duration'
import type { HoursSummaryOut } from '../volunteering-types'
import { figuresText } from './hours-text'

/** The two sums side by side, and what is not in them yet. */
export function HoursSums({ summary }: { readonly summary: HoursSummaryOut }) {
  const t = useText(figuresText)
  const duration = useDuration()
  const sums = [
    { key: 'recorded', minutes: summary.recorded_minutes, note: 'recorded_note' },
    { key: 'late_entry', minutes: summary.late_entry_minutes, note: 'late_note' },
    { key: 'pending', minutes: summary.pending_minutes, note: 'pending_note' },
  ] as const
  return (
    <dl className="vol-figures">
      {sums.map(({ key, minutes, note }) => (
        <div key={key}>
          <dt>
            <i aria-hidden="true" className={`vol-swatch vol-swatch-${key}`} />
            {t(key)}
          </dt>
          <dd>
            {duration(minutes)}
            <small>{t(note)}</small>
          </dd>
        </div>
      ))}
    </dl>
  )
}
