import type { OwnActivityOut, PageOwnActivityOut } from '@/shared/api/schema.gen'
import { activityText } from '../../app/activity-text'
import { KeptNote } from '../../app/KeptNote'
import { useKeptAnswer } from '../../app/kept-answer'
import { LoadProblem } from '../../app/LoadProblem'
import { phoneText } from '../../app/phone-text'
import { useFormat } from '../../app/use-format'
import { useText } from '../../app/use-text'
import { mayTakeAttendance, useWho } from '../../app/who'
import { CalendarLink } from './CalendarLink'
import { TakenActivities } from './TakenActivities'

/** What I have signed up for, what I may sign up for, and what is over. */
export function ActivitiesPage() {
  const t = useText(phoneText)
  const words = useText(activityText)
  const { me } = useWho()
  const { loaded, reload } = useKeptAnswer<PageOwnActivityOut>('/api/v1/me/activities')
  return (
    <>
      <h1>{words('title')}</h1>
      {loaded.state === 'loading' && <p role="status">{t('loading')}</p>}
      {loaded.state === 'failed' && <LoadProblem error={loaded.error} onRetry={reload} />}
      {loaded.state === 'ready' && <KeptNote kept={loaded.value} />}
      {loaded.state === 'ready' && <Groups activities={loaded.value.value.items} />}
      {mayTakeAttendance(me) && <TakenActivities />}
      <a className="button" href="#/teams">
        {words('teams')}
      </a>
      <CalendarLink />
    </>
  )
}

const ENDED = ['completed', 'settled', 'cancelled']

const isSignedUp = ({ shifts }: OwnActivityOut) =>
  shifts.some(({ own_sign_up }) => own_sign_up !== null && own_sign_up.state !== 'cancelled')

function Groups({ activities }: { readonly activities: readonly OwnActivityOut[] }) {
  const t = useText(activityText)
  const isOver = ({ state }: OwnActivityOut) => ENDED.includes(state)
  const open = activities
    .filter((one) => !isOver(one))
    .sort((one, other) => one.starts_at.localeCompare(other.starts_at))
  if (activities.length === 0) return <p className="soft">{t('none')}</p>
  return (
    <>
      <Group title={t('coming')} activities={open.filter((one) => isSignedUp(one) || one.leads)} />
      <Group title={t('invited')} activities={open.filter((one) => !isSignedUp(one) && !one.leads)} />
      <Group title={t('past')} activities={activities.filter(isOver)} />
    </>
  )
}

interface GroupProps {
  readonly title: string
  readonly activities: readonly OwnActivityOut[]
}

function Group({ title, activities }: GroupProps) {
  if (activities.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul className="tasks">
        {activities.map((activity) => (
          <Item key={activity.id} activity={activity} />
        ))}
      </ul>
    </section>
  )
}

function Item({ activity }: { readonly activity: OwnActivityOut }) {
  const t = useText(activityText)
  const format = useFormat(useWho().settings.time_zone)
  const { id, title, starts_at, ends_at, place, state, shifts } = activity
  const own = shifts.map(({ own_sign_up }) => own_sign_up).find((signUp) => signUp !== null)
  const words = [
    state === 'published' ? '' : t(`state_${state}`),
    own?.state === 'confirmed' && state !== 'cancelled' ? t('confirmed') : '',
    own?.state === 'waitlisted' ? t('waitlisted', { place: own.waiting_place ?? 1 }) : '',
  ]
  return (
    <li>
      <a href={`#/activities/${id}`}>{title}</a>
      <span className="soft">{format.span(starts_at, ends_at)}</span>
      <span className="soft">{place}</span>
      <span className={state === 'cancelled' ? 'late' : 'mark'}>{words.filter(Boolean).join(' · ')}</span>
    </li>
  )
}
