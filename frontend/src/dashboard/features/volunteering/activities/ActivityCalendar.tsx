import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useSettings } from '../../../app/settings-query'
import { useFormat } from '../../../app/use-format'
import { PHONE_WIDE, useMedia } from '../../../app/use-media'
import { ListFace } from '../../../components/ListFace'
import { useText } from '../../../i18n/use-text'
import { monthAfter, monthOf } from '../months'
import type { ActivityOut } from '../volunteering-types'
import { ActivityMonth } from './ActivityMonth'
import { byDay } from './activities-by-day'
import type { ActivitiesSearch } from './activities-search'
import { activitiesText } from './activities-text'
import { monthQuery } from './activity-queries'
import { MonthAgenda } from './MonthAgenda'

interface ActivityCalendarProps {
  readonly search: ActivitiesSearch
  readonly onSearch: (change: ActivitiesSearch) => void
}

/** A month of activities: a sheet of days, or its days below each other on a phone. */
export function ActivityCalendar({ search, onSearch }: ActivityCalendarProps) {
  const { today } = useSettings()
  const month = monthOf(search.month, today)
  const activities = useQuery(monthQuery(month, search))
  const show = (chosen: string) => onSearch({ month: chosen === today.slice(0, 7) ? undefined : chosen })
  return (
    <>
      <MonthBar month={month} count={activities.data?.length} onMonth={show} />
      <ListFace list={activities} isEmpty={false} empty={{ title: '' }}>
        <MonthSheet month={month} activities={activities.data ?? []} />
      </ListFace>
    </>
  )
}

function MonthSheet({
  month,
  activities,
}: {
  readonly month: string
  readonly activities: readonly ActivityOut[]
}) {
  const { time_zone } = useSettings()
  const isPhone = useMedia(PHONE_WIDE)
  const days = byDay(activities, time_zone)
  return isPhone ? <MonthAgenda days={days} /> : <ActivityMonth month={month} days={days} />
}

interface MonthBarProps {
  readonly month: string
  readonly count: number | undefined
  readonly onMonth: (month: string) => void
}

function MonthBar({ month, count, onMonth }: MonthBarProps) {
  const t = useText(activitiesText)
  const format = useFormat()
  const { today } = useSettings()
  return (
    <div className="vol-month-bar">
      <Button
        icon={<LeftOutlined aria-hidden />}
        aria-label={t('month_before')}
        onClick={() => onMonth(monthAfter(month, -1))}
      />
      <h2 aria-live="polite">{format.month(month)}</h2>
      <Button
        icon={<RightOutlined aria-hidden />}
        aria-label={t('month_after')}
        onClick={() => onMonth(monthAfter(month, 1))}
      />
      {month !== today.slice(0, 7) && (
        <Button type="link" onClick={() => onMonth(today.slice(0, 7))}>
          {t('this_month')}
        </Button>
      )}
      {count !== undefined && count > 0 && <span className="soft">{t('month_count', { count })}</span>}
    </div>
  )
}
