import { useState } from 'react'
import { wallTime } from '@/shared/format/zoned-time'
import { useSettings } from '../../../app/settings-query'
import { Can } from '../../../auth/Can'
import { useCan } from '../../../auth/session-query'
import { ListTable } from '../../../components/ListTable'
import { useText } from '../../../i18n/use-text'
import { useLoadedRows } from '../use-loaded-rows'
import type { ActivityOut, VolunteerHoursOut } from '../volunteering-types'
import { HoursDetail } from './HoursDetail'
import { hoursQuery } from './hours-queries'
import { hoursText } from './hours-text'
import { LateEntryButton } from './LateEntryButton'
import { useHoursColumns } from './use-hours-columns'
import { VerifyChosen } from './VerifyChosen'
import './hours.css'

/** What an activity gave to whom. */
export function ActivityHours({ activity }: { readonly activity: ActivityOut }) {
  const t = useText(hoursText)
  const can = useCan()
  const { time_zone } = useSettings()
  const [chosen, setChosen] = useState<readonly VolunteerHoursOut[]>([])
  const query = hoursQuery('all', { activity_id: activity.id })
  const loaded = useLoadedRows(query)
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
          {isOpen && <VerifyChosen chosen={chosen} onDone={() => setChosen([])} />}
        </>
      }
      {...(isOpen && {
        rowSelection: {
          selected: chosen.map(({ id }) => id),
          onChange: (ids) =>
            setChosen(loaded.filter(({ id, state }) => ids.includes(id) && state === 'pending')),
        },
      })}
    />
  )
}
