import { useQuery } from '@tanstack/react-query'
import { ReauthDialog } from '../../../auth/ReauthDialog'
import { useMe } from '../../../auth/session-query'
import { ListFace } from '../../../components/ListFace'
import { useText } from '../../../i18n/use-text'
import { OfflineBanner } from '../../../layout/OfflineBanner'
import type { DutyMeetingOut, DutyMeetingRowOut } from '../duty-types'
import { MeetingBar } from './MeetingBar'
import { MeetingOrder } from './MeetingOrder'
import { MeetingPerson } from './MeetingPerson'
import { meetingQuery } from './meeting-query'
import { meetingText } from './meeting-text'
import { useMeetingKeys } from './use-meeting-keys'
import '../duty.css'
import '../reports/reports.css'
import '../reports/comments.css'
import './meeting.css'

interface MeetingPageProps {
  readonly id: string
  /** The participant whose turn it is; the first one otherwise. */
  readonly at: string | undefined
  readonly onMove: (participantId: string) => void
}

/** The whole screen for the meeting: whose turn it is, and what one notes while listening. */
export function MeetingPage({ id, at, onMove }: MeetingPageProps) {
  const t = useText(meetingText)
  const me = useMe()
  const meeting = useQuery(meetingQuery(id))
  const items = meeting.data?.items ?? []
  return (
    <main className="meeting">
      <OfflineBanner />
      <ListFace
        list={meeting}
        isEmpty={items.length === 0}
        empty={{ title: t('empty'), hint: t('empty_hint') }}
      >
        {meeting.data !== undefined && <Meeting meeting={meeting.data} at={at} onMove={onMove} />}
      </ListFace>
      <ReauthDialog me={me} />
    </main>
  )
}

interface MeetingProps extends Omit<MeetingPageProps, 'id'> {
  readonly meeting: DutyMeetingOut
}

function Meeting({ meeting, at, onMove }: MeetingProps) {
  const { items } = meeting
  const place = placeOf(items, at)
  const row: DutyMeetingRowOut | undefined = items[place]
  const move = (to: number) => {
    const next = items[to]
    if (next !== undefined) onMove(next.participant_id)
  }
  useMeetingKeys({ onPrevious: () => move(place - 1), onNext: () => move(place + 1) })
  return (
    <>
      <MeetingBar meeting={meeting} place={place} onMove={move} />
      <div className="meeting-columns">
        <MeetingOrder items={items} place={place} onMove={move} />
        {row !== undefined && <MeetingPerson key={row.participant_id} row={row} />}
      </div>
    </>
  )
}

/** Where the address says; otherwise the first who has not reported yet. */
function placeOf(items: readonly DutyMeetingRowOut[], at: string | undefined): number {
  const asked = items.findIndex(({ participant_id }) => participant_id === at)
  if (asked !== -1) return asked
  return Math.max(
    0,
    items.findIndex(({ report }) => report?.state !== 'presented'),
  )
}
