import { useCan } from '../../../auth/session-query'
import { useText } from '../../../i18n/use-text'
import { useDuration } from '../use-duration'
import { useWhen } from '../use-when'
import type { ActivityOut, ShiftOut } from '../volunteering-types'
import { activitiesText, activityText } from './activities-text'
import { AddShiftButton, CancelShiftButton, EditShiftButton } from './ShiftButtons'

/** Posts and times, how many are signed up for each, and what may be done with them. */
export function ActivityShifts({ activity }: { readonly activity: ActivityOut }) {
  const t = useText(activityText)
  const can = useCan()
  const isRunning = activity.state === 'in_progress'
  const isAhead = activity.state === 'draft' || activity.state === 'published'
  const mayEdit = can('activities.write') && (isAhead || isRunning)
  return (
    <section aria-labelledby="vol-shifts">
      <div className="vol-section-head">
        <h2 id="vol-shifts">{t('shifts')}</h2>
        {mayEdit && <AddShiftButton activity={activity} />}
      </div>
      <ul className="vol-shifts">
        {activity.shifts.map((shift) => (
          <Shift
            key={shift.id}
            shift={shift}
            // On a running day what is over stays as it was.
            mayEdit={mayEdit && (isAhead || shift.allowed_actions.includes('cancel'))}
            isLast={activity.shifts.length === 1}
          />
        ))}
      </ul>
    </section>
  )
}

interface ShiftProps {
  readonly shift: ShiftOut
  readonly mayEdit: boolean
  /** The only shift is cancelled with the activity. */
  readonly isLast: boolean
}

function Shift({ shift, mayEdit, isLast }: ShiftProps) {
  const t = useText(activityText)
  const when = useWhen()
  const duration = useDuration()
  const { post, place, starts_at, ends_at, break_minutes, state } = shift
  const isOpen = state === 'open'
  return (
    <li className={isOpen ? undefined : 'vol-shift-cancelled'}>
      <span className="vol-shift-what">
        <strong>{post}</strong>
        {place !== null && <span className="soft">{place}</span>}
      </span>
      <span className="vol-shift-when numeric">
        {when(starts_at, ends_at)}
        {break_minutes > 0 && (
          <span className="soft">
            {' '}
            · {t('break')} {duration(break_minutes)}
          </span>
        )}
      </span>
      {isOpen ? <Places shift={shift} /> : <span className="soft">{t('shift_cancelled')}</span>}
      {mayEdit && isOpen && (
        <span className="vol-shift-acts">
          <EditShiftButton shift={shift} />
          {!isLast && <CancelShiftButton shift={shift} />}
        </span>
      )}
    </li>
  )
}

/** How full it is: the bar repeats what the figures say. */
function Places({
  shift: { capacity, confirmed_count: count, waitlisted_count },
}: Pick<ShiftProps, 'shift'>) {
  const t = useText(activityText)
  const list = useText(activitiesText)
  return (
    <span className="vol-places">
      <span className="numeric">
        {capacity === null ? t('no_limit', { count }) : list('of_capacity', { count, capacity })}
        {waitlisted_count > 0 && (
          <span className="vol-waiting"> · {list('waiting_of', { count: waitlisted_count })}</span>
        )}
      </span>
      {capacity !== null && (
        <span className="vol-bar" aria-hidden="true">
          <span style={{ width: `${Math.min(100, (100 * count) / capacity)}%` }} />
        </span>
      )}
    </span>
  )
}
