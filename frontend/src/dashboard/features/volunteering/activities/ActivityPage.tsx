import { useQuery } from '@tanstack/react-query'
import { Tabs } from 'antd'
import { useCan } from '../../../auth/session-query'
import { ListFace } from '../../../components/ListFace'
import { PageHeader } from '../../../components/PageHeader'
import { useText } from '../../../i18n/use-text'
import { ActivityStateTag } from '../ActivityStateTag'
import { AttendanceTab } from '../attendance/AttendanceTab'
import { ActivityHours } from '../hours/ActivityHours'
import { volunteeringText } from '../volunteering-text'
import type { ActivityOut } from '../volunteering-types'
import { ActivityAbout } from './ActivityAbout'
import { ActivityActions } from './ActivityActions'
import { ActivitySteps } from './ActivitySteps'
import type { ActivitySearch } from './activities-search'
import { activityText } from './activities-text'
import { activityQuery } from './activity-queries'
import { SignUpsTab } from './SignUpsTab'
import '../volunteering.css'
import './activity.css'

interface ActivityPageProps {
  readonly id: string
  readonly search: ActivitySearch
  readonly onSearch: (change: ActivitySearch) => void
}

export function ActivityPage({ id, search, onSearch }: ActivityPageProps) {
  const activity = useQuery(activityQuery(id))
  return (
    <div className="page">
      <ListFace list={activity} isEmpty={false} empty={{ title: '' }}>
        {activity.data !== undefined && (
          <Activity activity={activity.data} search={search} onSearch={onSearch} />
        )}
      </ListFace>
    </div>
  )
}

interface ActivityProps extends Omit<ActivityPageProps, 'id'> {
  readonly activity: ActivityOut
}

function Activity({ activity, search, onSearch }: ActivityProps) {
  const t = useText(activityText)
  const words = useText(volunteeringText)
  const parts = useParts(activity)
  const shown = parts.find(({ key }) => key === search.tab)?.key ?? 'about'
  const content = {
    about: <ActivityAbout activity={activity} />,
    sign_ups: <SignUpsTab activity={activity} search={search} onSearch={onSearch} />,
    attendance: <AttendanceTab activity={activity} search={search} onSearch={onSearch} />,
    hours: <ActivityHours activity={activity} />,
  }
  return (
    <>
      <PageHeader
        title={activity.title}
        parent={{ to: '/volunteering', label: words('title') }}
        meta={<ActivityStateTag state={activity.state} />}
        actions={<ActivityActions activity={activity} />}
      />
      <ActivitySteps activity={activity} />
      {parts.length === 1 ? (
        content.about
      ) : (
        <Tabs
          aria-label={t('parts')}
          activeKey={shown}
          destroyOnHidden
          items={parts.map(({ key, label }) => ({ key, label, children: content[key] }))}
          onChange={(key) =>
            onSearch({
              tab: key === 'about' ? undefined : key,
              shift_id: undefined,
              presence: undefined,
              q: undefined,
            })
          }
        />
      )}
    </>
  )
}

type Part = 'about' | 'sign_ups' | 'attendance' | 'hours'

/** A draft has nothing but its facts; attendance begins with publishing, hours with the end. */
function useParts({ state, confirmed_count, takes_attendance }: ActivityOut) {
  const t = useText(activityText)
  const can = useCan()
  const isOpen = state !== 'draft' && state !== 'cancelled'
  const isOver = state === 'completed' || state === 'settled'
  const reads = can('volunteering.read') || takes_attendance
  const parts: { key: Part; label: string }[] = [{ key: 'about', label: t('tab_about') }]
  if (state !== 'draft' && reads) {
    parts.push({ key: 'sign_ups', label: `${t('tab_sign_ups')} ${confirmed_count}` })
  }
  if (isOpen && takes_attendance) parts.push({ key: 'attendance', label: t('tab_attendance') })
  if (isOver && can('volunteering.read')) parts.push({ key: 'hours', label: t('tab_hours') })
  return parts
}
