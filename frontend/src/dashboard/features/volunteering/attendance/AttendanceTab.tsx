import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useState } from 'react'
import { FilterBar } from '../../../components/FilterBar'
import { ProblemAlert } from '../../../components/ProblemAlert'
import { useText } from '../../../i18n/use-text'
import type { ActivitySearch } from '../activities/activities-search'
import { useShiftNames } from '../use-shift-names'
import type { ActivityOut } from '../volunteering-types'
import { AttemptsButton } from './AttemptsButton'
import { attendanceQuery, presenceOf, type RefusedMark } from './attendance-queries'
import { attendanceText } from './attendance-text'
import { MarkTime } from './MarkTime'
import { type MarkMoment, NOW } from './mark-moment'
import { PresenceChoice } from './PresenceChoice'
import { Roster } from './Roster'
import './attendance.css'

interface AttendanceTabProps {
  readonly activity: ActivityOut
  readonly search: ActivitySearch
  readonly onSearch: (change: ActivitySearch) => void
}

/** Who is expected, here and gone; marking the list. */
export function AttendanceTab({ activity, search, onSearch }: AttendanceTabProps) {
  const isOpen = activity.state === 'published' || activity.state === 'in_progress'
  const marks = isOpen && activity.takes_attendance
  const attendance = useQuery(attendanceQuery(activity.id, isOpen))
  const [moment, setMoment] = useState<MarkMoment>(NOW)
  const [refused, setRefused] = useState<readonly RefusedMark[]>([])
  const presence = presenceOf(search.presence)
  return (
    <>
      <div className="vol-attendance-head">
        <PresenceChoice
          attendance={attendance.data}
          value={presence}
          onChange={(chosen) => onSearch({ presence: chosen })}
        />
        <AttemptsButton activity={activity} count={attendance.data?.refused ?? 0} />
      </div>
      {attendance.isError && attendance.data === undefined && <ProblemAlert error={attendance.error} />}
      <RosterFilters activity={activity} search={search} onSearch={onSearch} />
      {marks && <MarkTime moment={moment} onChange={setMoment} />}
      {refused.length > 0 && <Refused refused={refused} onClose={() => setRefused([])} />}
      <Roster
        activity={activity}
        filters={{ q: search.q, shift_id: search.shift_id, presence }}
        isOpen={isOpen}
        {...(marks && { marking: { moment, onRefused: setRefused } })}
      />
    </>
  )
}

function RosterFilters({ activity, search: { q, shift_id }, onSearch }: AttendanceTabProps) {
  const t = useText(attendanceText)
  const shifts = useShiftNames(activity)
  return (
    <FilterBar
      fields={[
        { kind: 'text', name: 'q', label: t('search') },
        ...(shifts.length > 1
          ? [{ kind: 'select' as const, name: 'shift_id' as const, label: t('shift'), options: shifts }]
          : []),
      ]}
      values={{ q, shift_id }}
      onChange={onSearch}
    />
  )
}

interface RefusedProps {
  readonly refused: readonly RefusedMark[]
  readonly onClose: () => void
}

/** Who could not be marked, and why, in the server's words. */
function Refused({ refused, onClose }: RefusedProps) {
  const t = useText(attendanceText)
  return (
    <Alert
      type="warning"
      showIcon
      className="problem"
      closable={{ onClose }}
      title={t('refused_title', { count: refused.length })}
      description={
        <ul>
          {refused.map(({ id, name, title, detail }) => (
            <li key={id}>{t('refused_line', { name, why: detail || title })}</li>
          ))}
        </ul>
      }
    />
  )
}
