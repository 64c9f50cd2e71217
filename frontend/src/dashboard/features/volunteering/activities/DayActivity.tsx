import { Link } from '@tanstack/react-router'
import { useFormat } from '../../../app/use-format'
import { useText } from '../../../i18n/use-text'
import { activityStatesText } from '../volunteering-text'
import type { ActivityOut } from '../volunteering-types'

/** One line of a day: when it begins and what it is; drafts and cancelled ones say so. */
export function DayActivity({
  activity: { id, title, state, starts_at },
}: {
  readonly activity: ActivityOut
}) {
  const states = useText(activityStatesText)
  const format = useFormat()
  const isMarked = state === 'draft' || state === 'cancelled'
  return (
    <Link
      to="/volunteering/activities/$activityId"
      params={{ activityId: id }}
      className={`vol-day vol-day-${state}`}
      title={`${title} · ${states(state)}`}
    >
      <span className="vol-day-time">{format.time(starts_at)}</span>
      <span className="vol-day-title">{title}</span>
      {isMarked ? (
        <span className="vol-day-state">{states(state)}</span>
      ) : (
        <span className="unseen"> {states(state)}</span>
      )}
    </Link>
  )
}
