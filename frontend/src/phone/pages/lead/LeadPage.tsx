import { useState } from 'react'
import type { AttendanceOut } from '@/shared/api/schema.gen'
import { api, serverClock } from '../../app/api'
import { BackLink } from '../../app/BackLink'
import { KeptNote } from '../../app/KeptNote'
import { useKeptAnswer } from '../../app/kept-answer'
import { LoadProblem } from '../../app/LoadProblem'
import { phoneText } from '../../app/phone-text'
import { SavedRecords } from '../../app/SavedRecords'
import { useEvery } from '../../app/use-every'
import { useFormat } from '../../app/use-format'
import { useSending } from '../../app/use-sending'
import { useText } from '../../app/use-text'
import { useWho } from '../../app/who'
import { leadText } from './lead-text'
import { type Led, opensAt, presentShift, useLedActivity } from './use-led-activity'

const FIGURES_EVERY_MS = 15_000

/** The leader's side of an activity: three equal ways of attendance, and who is in. */
export function LeadPage({ id }: { readonly id: string }) {
  const t = useText(phoneText)
  const words = useText(leadText)
  const { loaded, reload } = useLedActivity(id)
  return (
    <>
      <BackLink hash="#/activities" label={words('back')} />
      {loaded.state === 'loading' && <p role="status">{t('loading')}</p>}
      {loaded.state === 'failed' && <LoadProblem error={loaded.error} onRetry={reload} />}
      {loaded.state === 'ready' && <KeptNote kept={loaded.value} />}
      {loaded.state === 'ready' && <Leading activity={loaded.value.value} onChange={reload} />}
    </>
  )
}

interface LeadingProps {
  readonly activity: Led
  readonly onChange: () => void
}

function Leading({ activity, onChange }: LeadingProps) {
  const t = useText(leadText)
  const format = useFormat(useWho().settings.time_zone)
  const { loaded: figures, reload } = useKeptAnswer<AttendanceOut>(
    `/api/v1/activities/${activity.id}/attendance`,
  )
  useEvery(FIGURES_EVERY_MS, reload)
  const inside = figures.state === 'ready' ? figures.value.value.inside : 0
  return (
    <>
      <h1>{activity.title}</h1>
      <p className="soft">
        {format.span(activity.starts_at, activity.ends_at)} · {activity.place}
      </p>
      {figures.state === 'ready' && <Figures figures={figures.value.value} />}
      <SavedRecords />
      {activity.shifts.length === 0 ? <p className="soft">{t('no_shift')}</p> : <Ways activity={activity} />}
      <Acts activity={activity} inside={inside} onDone={onChange} />
    </>
  )
}

function Figures({ figures }: { readonly figures: AttendanceOut }) {
  const t = useText(leadText)
  const format = useFormat(useWho().settings.time_zone)
  const shown = [
    { name: 'expected', count: figures.expected },
    { name: 'inside', count: figures.inside },
    { name: 'left', count: figures.left },
    { name: 'review', count: figures.needs_review },
  ] as const
  return (
    <dl className="sums four" aria-label={t('figures')}>
      {shown.map(({ name, count }) => (
        <div key={name}>
          <dt>{t(name)}</dt>
          <dd>{format.number(count)}</dd>
        </div>
      ))}
    </dl>
  )
}

const WAYS = ['screen', 'scan', 'list'] as const

function Ways({ activity: { id, shifts } }: { readonly activity: Led }) {
  const t = useText(leadText)
  const format = useFormat(useWho().settings.time_zone)
  const [chosen, setChosen] = useState(presentShift(shifts, serverClock.now())?.id ?? '')
  const open = shifts.filter(({ cancelled_at }) => cancelled_at === null)
  return (
    <>
      {open.length > 1 && (
        <label>
          {t('shift')}
          <select value={chosen} onChange={(event) => setChosen(event.target.value)}>
            {open.map((shift) => (
              <option key={shift.id} value={shift.id}>
                {shift.post} {format.time(shift.starts_at)}–{format.time(shift.ends_at)}
              </option>
            ))}
          </select>
        </label>
      )}
      {WAYS.map((way) => (
        <a key={way} className="way" href={`#/lead/${id}/${way}/${chosen}`}>
          <strong>{t(way)}</strong>
          <span className="soft">{t(`${way}_hint`)}</span>
        </a>
      ))}
    </>
  )
}

interface ActsProps {
  readonly activity: Led
  readonly inside: number
  readonly onDone: () => void
}

function Acts({ activity, inside, onDone }: ActsProps) {
  const { id } = activity
  const t = useText(leadText)
  const possible = possibleNow(activity)
  const [isAsking, setAsking] = useState(false)
  const { isBusy, failure, send } = useSending()
  const act = (action: 'start' | 'complete') =>
    send(async () => {
      await api.POST('/api/v1/activities/{activity_id}/actions/{action}', {
        params: { path: { activity_id: id, action } },
      })
      setAsking(false)
      onDone()
    })
  return (
    <section className="apart">
      {failure !== null && <LoadProblem error={failure} />}
      <NotYet activity={activity} />
      {possible === 'start' && (
        <button type="button" className="primary" disabled={isBusy} onClick={() => void act('start')}>
          {t('start')}
        </button>
      )}
      {possible === 'complete' && !isAsking && (
        <button type="button" onClick={() => setAsking(true)}>
          {t('complete')}
        </button>
      )}
      {possible === 'complete' && isAsking && (
        <div className="notice">
          <p>{t('complete_ask', { count: inside })}</p>
          <button type="button" className="primary" disabled={isBusy} onClick={() => void act('complete')}>
            {t('complete')}
          </button>
          <button type="button" onClick={() => setAsking(false)}>
            {t('complete_no')}
          </button>
        </div>
      )}
    </section>
  )
}

/** What its state and the time allow. */
function possibleNow(activity: Led): 'start' | 'complete' | null {
  const now = serverClock.now()
  if (activity.state === 'published' && now >= opensAt(activity)) return 'start'
  return activity.state === 'in_progress' && now >= Date.parse(activity.ends_at) ? 'complete' : null
}

/** From when it can be started or completed, while that lies ahead. */
function NotYet({ activity }: { readonly activity: Led }) {
  const t = useText(leadText)
  const format = useFormat(useWho().settings.time_zone)
  const { state, ends_at } = activity
  if (possibleNow(activity) !== null) return null
  if (state === 'published') {
    const opens = new Date(opensAt(activity)).toISOString()
    return <p className="soft">{t('start_from', { time: format.dateTime(opens) })}</p>
  }
  if (state !== 'in_progress') return null
  return <p className="soft">{t('complete_from', { time: format.dateTime(ends_at) })}</p>
}
