import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { ConfirmButton } from '../../../components/ConfirmButton'
import { useText } from '../../../i18n/use-text'
import { wordsText } from '../../../i18n/words-text'
import type { DutyMeetingOut } from '../duty-types'
import { useReleaseComments } from '../reports/comment-queries'
import { meetingText } from './meeting-text'

interface MeetingBarProps {
  readonly meeting: DutyMeetingOut
  readonly place: number
  readonly onMove: (to: number) => void
}

/** Where the meeting stands, and what is still to be released. */
export function MeetingBar({ meeting, place, onMove }: MeetingBarProps) {
  const t = useText(meetingText)
  const words = useText(wordsText)
  const total = meeting.items.length
  return (
    <header className="meeting-bar">
      <title>{`${meeting.title} · ${words('product')}`}</title>
      <span className="meeting-title">
        <Link to="/duty/rounds/$roundId" params={{ roundId: meeting.round_id }}>
          <span aria-hidden>‹ </span>
          {t('leave')}
        </Link>
        <h1 tabIndex={-1}>{meeting.title}</h1>
      </span>
      <span className="meeting-turn">
        <Button
          icon={<LeftOutlined aria-hidden />}
          aria-label={t('previous')}
          disabled={place === 0}
          onClick={() => onMove(place - 1)}
        />
        <span className="numeric" role="status">
          {t('place', { at: place + 1, total })}
        </span>
        <Button
          icon={<RightOutlined aria-hidden />}
          aria-label={t('next')}
          disabled={place === total - 1}
          onClick={() => onMove(place + 1)}
        />
      </span>
      <ReleaseAll meeting={meeting} />
    </header>
  )
}

function ReleaseAll({ meeting }: Pick<MeetingBarProps, 'meeting'>) {
  const t = useText(meetingText)
  const { message } = App.useApp()
  const release = useReleaseComments(meeting.round_id)
  const { noted: count } = meeting
  const problems = meeting.items
    .flatMap(({ comments }) => comments)
    .filter(({ state, kind }) => state === 'noted' && kind === 'problem').length
  return (
    <ConfirmButton
      label={t('release_all', { count })}
      title={t('release_title', { count })}
      description={t('release_text', { problems })}
      disabled={count === 0}
      onConfirm={async () => {
        const { released, tasks } = await release.mutateAsync()
        void message.success(t('released', { released, tasks }))
      }}
    />
  )
}
