import { wallTime } from '@/shared/format/zoned-time'
import { useSettings } from '../../../app/settings-query'
import { Can } from '../../../auth/Can'
import { useCan } from '../../../auth/session-query'
import { ListTable } from '../../../components/ListTable'
import { useChoice } from '../../../components/use-choice'
import { useText } from '../../../i18n/use-text'
import { ChooseAll } from '../ChooseAll'
import type { ActivityOut, VolunteerHoursOut } from '../volunteering-types'
import { HoursDetail } from './HoursDetail'
import { allHours, hoursQuery } from './hours-queries'
import { hoursText } from './hours-text'
import { LateEntryButton } from './LateEntryButton'
import { useHoursColumns } from './use-hours-columns'
import { VerifyChosen } from './VerifyChosen'
import './hours.css'

/** Verified in bulk: those with something odd are looked at one by one. */
function isPlain({ state, flags }: VolunteerHoursOut) {
  return state === 'pending' && flags.length === 0
}

/** What an activity gave to whom. */
export function ActivityHours({ activity }: { readonly activity: ActivityOut }) {
  const t = useText(hoursText)
  const can = useCan()
  const { time_zone } = useSettings()
  const search = { activity_id: activity.id }
  const query = hoursQuery('all', search)
  const choice = useChoice(query, isPlain)
  const isOpen = activity.state === 'completed' && can('volunteer_hours.verify')
  return (
    <ListTable
      name="activity-hours"
      label={t('list')}
      query={query}
      columns={useHoursColumns(['activity', 'team'])}
      rowDetail={(hours) => <HoursDetail hours={hours} />}
      empty={{ title: t('all_empty'), hint: t('empty_hint') }}
      tools={
        <>
          {activity.state === 'completed' && (
            <Can permission="volunteer_hours.enter">
              <LateEntryButton activityId={activity.id} day={wallTime(activity.starts_at, time_zone).day} />
            </Can>
          )}
          {isOpen && (
            <>
              <ChooseAll choice={choice} readAll={() => allHours('all', search)} />
              <VerifyChosen chosen={choice.chosen} onDone={choice.choose} />
            </>
          )}
        </>
      }
      {...(isOpen && { rowSelection: choice.selection })}
    />
  )
}
