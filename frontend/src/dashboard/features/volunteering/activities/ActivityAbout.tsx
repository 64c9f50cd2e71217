import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../app/use-format'
import { Facts } from '../../../components/Facts'
import { useText } from '../../../i18n/use-text'
import { useWhen } from '../use-when'
import type { ActivityOut } from '../volunteering-types'
import { ActivityNotices } from './ActivityNotices'
import { ActivityShifts } from './ActivityShifts'
import { activityText } from './activities-text'
import { noticesQuery } from './activity-queries'
import { ServiceConfirmation } from './ServiceConfirmation'

/** Its shifts and words, and the facts beside them. */
export function ActivityAbout({ activity }: { readonly activity: ActivityOut }) {
  const t = useText(activityText)
  const isPublished = activity.published_at !== null
  return (
    <div className="vol-columns">
      <div>
        <ActivityShifts activity={activity} />
        {activity.description !== '' && (
          <section aria-labelledby="vol-description">
            <h2 id="vol-description">{t('description')}</h2>
            <p className="vol-writing">{activity.description}</p>
          </section>
        )}
        {isPublished && <Notices id={activity.id} />}
      </div>
      <aside aria-label={t('facts')} className="vol-facts">
        <Facts facts={useFacts(activity)} />
        {isPublished && activity.served_party !== null && <ServiceConfirmation activity={activity} />}
      </aside>
    </div>
  )
}

function Notices({ id }: { readonly id: string }) {
  const { data = [] } = useQuery(noticesQuery(id))
  return data.length === 0 ? null : <ActivityNotices notices={data} />
}

function useFacts(activity: ActivityOut) {
  const t = useText(activityText)
  const when = useWhen()
  const format = useFormat()
  const known = (label: string, value: string | null) =>
    value === null || value === '' ? [] : [{ label, value }]
  const { sign_up_until, sign_up_required } = activity
  const signUp = [
    t(sign_up_required ? 'sign_up_needed' : 'sign_up_open'),
    ...(sign_up_until === null ? [] : [t('sign_up_until', { at: format.dateTime(sign_up_until) })]),
  ]
  return [
    { label: t('when'), value: when(activity.starts_at, activity.ends_at) },
    { label: t('place'), value: activity.place },
    ...known(t('served_party'), activity.served_party),
    { label: t('organisation'), value: activity.organisation_name },
    ...known(t('team'), activity.team_name),
    { label: t('leader'), value: activity.leader_name ?? t('leader_none') },
    ...known(t('theme'), activity.theme),
    { label: t('sign_up'), value: signUp.join(t.locale === 'zh-CN' ? '，' : ', ') },
    { label: t('missing_exit'), value: t(activity.missing_exit) },
    { label: t('number'), value: activity.number },
    ...known(t('template'), activity.template ? '✓' : null),
  ]
}
