import type { OwnActivityOut } from '@/shared/api/schema.gen'
import { activityText } from '../../app/activity-text'
import { BackLink } from '../../app/BackLink'
import { KeptNote } from '../../app/KeptNote'
import { useKeptAnswer } from '../../app/kept-answer'
import { LoadProblem } from '../../app/LoadProblem'
import { phoneText } from '../../app/phone-text'
import { useFormat } from '../../app/use-format'
import { useText } from '../../app/use-text'
import { useWho } from '../../app/who'
import { Facts } from '../Facts'
import { Notices } from './Notices'
import { ShiftList } from './ShiftList'

/** One activity: what it is, its shifts with my place in them, and what has changed. */
export function ActivityPage({ id }: { readonly id: string }) {
  const t = useText(phoneText)
  const words = useText(activityText)
  const { loaded, reload } = useKeptAnswer<OwnActivityOut>(`/api/v1/me/activities/${id}`)
  return (
    <>
      <BackLink hash="#/activities" label={words('back')} />
      {loaded.state === 'loading' && <p role="status">{t('loading')}</p>}
      {loaded.state === 'failed' && <LoadProblem error={loaded.error} onRetry={reload} />}
      {loaded.state === 'ready' && <KeptNote kept={loaded.value} />}
      {loaded.state === 'ready' && <Activity activity={loaded.value.value} onChange={reload} />}
    </>
  )
}

interface ActivityProps {
  readonly activity: OwnActivityOut
  readonly onChange: () => void
}

function Activity({ activity, onChange }: ActivityProps) {
  const t = useText(activityText)
  const format = useFormat(useWho().settings.time_zone)
  const { title, state, starts_at, ends_at, description, sign_up_until, notices, leads } = activity
  return (
    <>
      <h1>{title}</h1>
      <p className={state === 'cancelled' ? 'late' : 'soft'}>
        {format.span(starts_at, ends_at)} · {t(`state_${state}`)}
      </p>
      {leads && (
        <a className="button primary" href={`#/lead/${activity.id}`}>
          {t('lead')}
        </a>
      )}
      <Notices notices={notices} />
      <Facts
        facts={[
          { label: t('place'), value: activity.place },
          { label: t('organiser'), value: activity.organisation_name },
          { label: t('team'), value: activity.team_name },
          { label: t('leader'), value: activity.leader_name },
          { label: t('theme'), value: activity.theme || null },
          { label: t('sign_up_until'), value: sign_up_until && format.dateTime(sign_up_until) },
        ]}
      />
      <ShiftList activity={activity} onChange={onChange} />
      {description !== '' && (
        <section>
          <h2>{t('about')}</h2>
          <p className="writing">{description}</p>
        </section>
      )}
    </>
  )
}
