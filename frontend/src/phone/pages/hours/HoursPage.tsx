import type { OwnHoursSummaryOut, VolunteerHoursOut } from '@/shared/api/schema.gen'
import { KeptNote } from '../../app/KeptNote'
import { useKeptAnswer } from '../../app/kept-answer'
import { LoadProblem } from '../../app/LoadProblem'
import { phoneText } from '../../app/phone-text'
import { SaveFile } from '../../app/SaveFile'
import { useFormat } from '../../app/use-format'
import { usePages } from '../../app/use-pages'
import { useText } from '../../app/use-text'
import { useWho } from '../../app/who'
import { hoursText } from './hours-text'

/** My hours: what was recorded, what was written down later, and what waits, never added up. */
export function HoursPage() {
  const t = useText(phoneText)
  const words = useText(hoursText)
  const { loaded, reload } = useKeptAnswer<OwnHoursSummaryOut>('/api/v1/me/volunteer-hours/summary')
  return (
    <>
      <h1>{words('title')}</h1>
      {loaded.state === 'loading' && <p role="status">{t('loading')}</p>}
      {loaded.state === 'failed' && <LoadProblem error={loaded.error} onRetry={reload} />}
      {loaded.state === 'ready' && <Sums sums={loaded.value.value} />}
      {loaded.state === 'ready' && <KeptNote kept={loaded.value} />}
      <a className="button" href="#/certificates">
        {words('certificates')}
      </a>
      <SaveFile path="/api/v1/me/volunteer-transcript?format=pdf" label={words('transcript')} />
      <HoursList />
    </>
  )
}

function Sums({ sums }: { readonly sums: OwnHoursSummaryOut }) {
  const t = useText(hoursText)
  const format = useFormat(useWho().settings.time_zone)
  const figures = [
    { name: 'recorded', minutes: sums.recorded_minutes },
    { name: 'late_entry', minutes: sums.late_entry_minutes },
    { name: 'pending', minutes: sums.pending_minutes },
  ] as const
  return (
    <>
      <dl className="sums">
        {figures.map(({ name, minutes }) => (
          <div key={name} className={name}>
            <dt>{t(name)}</dt>
            <dd>{format.duration(minutes)}</dd>
          </div>
        ))}
      </dl>
      <p className="soft">{t('apart')}</p>
    </>
  )
}

function HoursList() {
  const t = useText(hoursText)
  const phone = useText(phoneText)
  const { loaded, items, hasMore, more, isBusy, failure, reload } = usePages<VolunteerHoursOut>(
    '/api/v1/me/volunteer-hours?limit=20',
  )
  return (
    <section>
      <h2>{t('list')}</h2>
      {loaded.state === 'loading' && <p role="status">{phone('loading')}</p>}
      {loaded.state === 'failed' && <LoadProblem error={loaded.error} onRetry={reload} />}
      {loaded.state === 'ready' && items.length === 0 && <p className="soft">{t('none')}</p>}
      <ul className="tasks">
        {items.map((hours) => (
          <Entry key={hours.id} hours={hours} />
        ))}
      </ul>
      {failure !== null && <LoadProblem error={failure} />}
      {hasMore && (
        <button type="button" disabled={isBusy} onClick={more}>
          {t('more')}
        </button>
      )}
    </section>
  )
}

function Entry({ hours }: { readonly hours: VolunteerHoursOut }) {
  const t = useText(hoursText)
  const format = useFormat(useWho().settings.time_zone)
  const { id, activity_title, day, minutes, kind, delay_days, state } = hours
  return (
    <li>
      <span className="row">
        <a href={`#/hours/${id}`}>{activity_title}</a>
        <span className="figure">{format.duration(minutes)}</span>
      </span>
      <span className="soft">
        {format.date(day)} · {t(`state_${state}`)}
        {kind === 'late_entry' && ` · ${t('late_by', { count: delay_days })}`}
      </span>
    </li>
  )
}
