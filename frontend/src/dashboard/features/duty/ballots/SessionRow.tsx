import type { BallotSessionOut } from '@/shared/api/schema.gen'
import { useFormat } from '../../../app/use-format'
import { StatusTag } from '../../../components/StatusTag'
import { useText } from '../../../i18n/use-text'
import type { DutyRoundOut } from '../duty-types'
import { ballotsText } from './ballots-text'
import { CountsBar } from './CountsBar'
import { CountsSentence } from './CountsSentence'
import { SessionActions } from './SessionActions'

interface SessionRowProps {
  readonly session: BallotSessionOut
  readonly round: DutyRoundOut
}

/** One voting with its counts and what can be done with it. */
export function SessionRow({ session, round }: SessionRowProps) {
  const t = useText(ballotsText)
  const { title, group_title, about_name, counts } = session
  const about = about_name === null ? t('about_all') : t('about', { organisation: about_name })
  return (
    <li className="ballots-session">
      <div>
        <h3>
          {title} <SessionState session={session} round={round} />
        </h3>
        <p className="soft">{title === group_title ? about : `${group_title} · ${about}`}</p>
      </div>
      <div className="ballots-session-acts">
        <SessionActions session={session} round={round} />
      </div>
      <div className="ballots-session-counts">
        <CountsBar counts={counts} />
        <CountsSentence counts={counts} />
      </div>
    </li>
  )
}

function SessionState({ session: { state, closed_at }, round }: SessionRowProps) {
  const t = useText(ballotsText)
  const format = useFormat()
  if (state === 'closed') {
    return (
      <StatusTag tone="neutral">
        {closed_at === null ? t('closed') : t('closed_at', { at: format.dateTime(closed_at) })}
      </StatusTag>
    )
  }
  return round.state === 'reporting' ? (
    <StatusTag tone="waiting">{t('prepared')}</StatusTag>
  ) : (
    <StatusTag tone="done">{t('open')}</StatusTag>
  )
}
