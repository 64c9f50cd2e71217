import type { OwnAttendanceOut } from '@/shared/api/schema.gen'
import { serverClock } from '../../app/api'
import { checkInText } from '../../app/check-in-text'
import type { Kept } from '../../app/kept-answer'
import { useFormat } from '../../app/use-format'
import { useQueue } from '../../app/use-queue'
import { useText } from '../../app/use-text'
import { useWho } from '../../app/who'
import { currentShift, type TodayShift, todayShifts } from './today'

/** Today's shifts: the one big button for what comes next, and what else there is. */
export function TodayCard({ attendance }: { readonly attendance: Kept<OwnAttendanceOut> }) {
  const t = useText(checkInText)
  const { rows } = useQueue()
  const shifts = todayShifts(attendance, rows)
  const current = currentShift(shifts, serverClock.now())
  if (current === undefined) return <NothingToday />
  const others = shifts.filter((shift) => shift !== current)
  return (
    <section aria-label={t('today')} className="today">
      <ShiftHead shift={current} />
      <BigButton shift={current} />
      {others.length > 0 && <Others shifts={others} />}
    </section>
  )
}

function NothingToday() {
  const t = useText(checkInText)
  return (
    <section aria-label={t('today')} className="today">
      <p className="soft">{t('today_none')}</p>
      <a className="button" href="#/activities">
        {t('today_look')}
      </a>
      <a className="button" href="#/scan/entry">
        {t('today_scan')}
      </a>
    </section>
  )
}

interface ShiftProps {
  readonly shift: TodayShift
}

function ShiftHead({ shift }: ShiftProps) {
  const format = useFormat(useWho().settings.time_zone)
  return (
    <>
      <h2>
        <a href={`#/activities/${shift.activity_id}`}>{shift.activity_title}</a>
      </h2>
      <p className="soft">
        {shift.post} · {format.time(shift.starts_at)}–{format.time(shift.ends_at)}
      </p>
    </>
  )
}

function BigButton({ shift }: ShiftProps) {
  const t = useText(checkInText)
  const format = useFormat(useWho().settings.time_zone)
  const { next, minutes, insideSince, isWaiting, hasServed } = shift
  if (next === 'exit') {
    return (
      <>
        <a className="big" href="#/scan/exit">
          {t('exit')}
          {insideSince !== null && <small>{t('today_in_since', { time: format.time(insideSince) })}</small>}
        </a>
        {isWaiting && <p className="soft">{t('queue_saved')}</p>}
      </>
    )
  }
  if (next === 'done' || hasServed) {
    return (
      <>
        <p className="big done" role="status">
          {t('today_done', { duration: format.duration(minutes) })}
        </p>
        {next === 'entry' && (
          <a className="button" href="#/scan/entry">
            {t('entry_again')}
          </a>
        )}
      </>
    )
  }
  return (
    <a className="big" href="#/scan/entry">
      {t('entry')}
    </a>
  )
}

function Others({ shifts }: { readonly shifts: readonly TodayShift[] }) {
  const t = useText(checkInText)
  const format = useFormat(useWho().settings.time_zone)
  const stateOf = ({ next, minutes, hasServed }: TodayShift) => {
    if (next === 'exit') return t('today_inside')
    if (next === 'done' || hasServed) return t('today_done', { duration: format.duration(minutes) })
    return t('today_to_enter')
  }
  return (
    <>
      <h3>{t('today_other')}</h3>
      <ul className="tasks">
        {shifts.map((shift) => (
          <li key={shift.shift_id}>
            <a href={`#/activities/${shift.activity_id}`}>{shift.activity_title}</a>
            <span className="soft">
              {shift.post} · {format.time(shift.starts_at)}–{format.time(shift.ends_at)} · {stateOf(shift)}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
