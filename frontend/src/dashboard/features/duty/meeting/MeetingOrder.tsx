import { CheckOutlined } from '@ant-design/icons'
import { useEffect, useRef } from 'react'
import { useText } from '../../../i18n/use-text'
import type { DutyMeetingRowOut } from '../duty-types'
import { meetingText } from './meeting-text'

interface MeetingOrderProps {
  readonly items: readonly DutyMeetingRowOut[]
  readonly place: number
  readonly onMove: (to: number) => void
}

/** Everybody in order, the present one in view. */
export function MeetingOrder({ items, place, onMove }: MeetingOrderProps) {
  const t = useText(meetingText)
  const present = useRef<HTMLButtonElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place is another button.
  useEffect(() => {
    // It answers with a promise in some browsers, which is no clean-up.
    void present.current?.scrollIntoView({ block: 'nearest' })
  }, [place])
  return (
    <nav className="meeting-order" aria-label={t('order')}>
      <ol>
        {items.map(({ participant_id, name, organisation_name, report, comments }, at) => (
          <li key={participant_id}>
            <button
              ref={at === place ? present : null}
              type="button"
              aria-current={at === place ? 'step' : undefined}
              onClick={() => onMove(at)}
            >
              <span className="numeric soft">{at + 1}</span>
              <span className="meeting-name">
                <strong>{name}</strong>
                <span className="soft">{organisation_name}</span>
              </span>
              {comments.length > 0 && <span className="meeting-count numeric">{comments.length}</span>}
              {report?.state === 'presented' && <CheckOutlined aria-hidden />}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
