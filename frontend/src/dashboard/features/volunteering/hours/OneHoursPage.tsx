import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { wallTime } from '@/shared/format/zoned-time'
import { useSettings } from '../../../app/settings-query'
import { useFormat } from '../../../app/use-format'
import { Facts } from '../../../components/Facts'
import { HistoryButton } from '../../../components/HistoryDrawer'
import { ListFace } from '../../../components/ListFace'
import { PageHeader } from '../../../components/PageHeader'
import { useText } from '../../../i18n/use-text'
import { useRecordWords } from '../../../records/use-record-words'
import { useDuration } from '../use-duration'
import { hoursWordsText } from '../volunteering-text'
import type { VolunteerHoursOut } from '../volunteering-types'
import { HoursActions } from './HoursActions'
import { HoursExplanation } from './HoursExplanation'
import { HoursFlags } from './HoursFlags'
import { HoursKindMark } from './HoursKindMark'
import { HoursStateTag } from './HoursStateTag'
import { oneHoursQuery } from './hours-queries'
import { hoursText } from './hours-text'
import '../volunteering.css'
import '../activities/activity.css'
import './hours.css'

/** One person's hours on one day of one activity, with the sum and what became of it. */
export function OneHoursPage({ id }: { readonly id: string }) {
  const hours = useQuery(oneHoursQuery(id))
  return (
    <div className="page">
      <ListFace list={hours} isEmpty={false} empty={{ title: '' }}>
        {hours.data !== undefined && <OneHours hours={hours.data} />}
      </ListFace>
    </div>
  )
}

function OneHours({ hours }: { readonly hours: VolunteerHoursOut }) {
  const t = useText(hoursText)
  const words = useRecordWords()
  const states = useText(hoursWordsText)
  const duration = useDuration()
  return (
    <>
      <PageHeader
        title={`${hours.name} · ${duration(hours.minutes)}`}
        parent={{ to: '/volunteering/hours', label: t('title') }}
        meta={<HoursStateTag state={hours.state} />}
        actions={
          <>
            <HoursActions hours={hours} />
            <HistoryButton
              path={`/api/v1/volunteer-hours/${hours.id}/history`}
              names={{ action: words.action, state: states.code }}
            />
          </>
        }
      />
      <div className="vol-columns">
        <HoursExplanation id={hours.id} />
        <aside aria-label={t('facts')} className="vol-facts">
          <Facts facts={useFacts(hours)} />
        </aside>
      </div>
    </>
  )
}

function useFacts(hours: VolunteerHoursOut) {
  const t = useText(hoursText)
  const words = useText(hoursWordsText)
  const format = useFormat()
  const { time_zone } = useSettings()
  // A late entry without a time of day stands at the beginning of its day.
  const isTimeKnown = hours.kind === 'recorded' || wallTime(hours.occurred_at, time_zone).time !== '00:00'
  const { activity_id, activity_title, verified_at, verified_by_name, reason, team_name } = hours
  const known = (label: string, value: string | null) => (value === null ? [] : [{ label, value }])
  return [
    { label: t('name'), value: hours.name },
    { label: t('organisation'), value: hours.organisation_name },
    {
      label: t('activity'),
      value:
        activity_id === null ? (
          activity_title
        ) : (
          <Link to="/volunteering/activities/$activityId" params={{ activityId: activity_id }}>
            {activity_title}
          </Link>
        ),
    },
    ...known(t('team'), team_name),
    { label: t('day'), value: format.date(hours.day) },
    ...known(t('began_at'), isTimeKnown ? format.dateTime(hours.occurred_at) : null),
    { label: t('kind'), value: <HoursKindMark hours={hours} /> },
    { label: t('recorded_at'), value: format.dateTime(hours.recorded_at) },
    ...known(t('reason'), reason),
    { label: t('flags'), value: <HoursFlags hours={hours} /> },
    { label: t('approval'), value: words(hours.approval) },
    ...known(t('verified_by'), verified_by_name),
    ...known(t('verified_at'), verified_at === null ? null : format.dateTime(verified_at)),
  ]
}
