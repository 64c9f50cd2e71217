import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useCan } from '../../../auth/session-query'
import { ListFace } from '../../../components/ListFace'
import { useText } from '../../../i18n/use-text'
import type { DutyRoundOut } from '../duty-types'
import { roundQuery } from '../round-queries'
import { ballotSessionsQuery } from './ballot-session-queries'
import { ballotsText } from './ballots-text'
import { CloseAllButton } from './CloseAllButton'
import { GroupCounts } from './GroupCounts'
import { NewSessionButton } from './NewSessionButton'
import { SessionRow } from './SessionRow'
import './ballots.css'

/** Who votes, how many papers are out, how many came back. */
export function BallotsPage({ id }: { readonly id: string }) {
  const t = useText(ballotsText)
  const { data: round } = useQuery(roundQuery(id))
  if (round === undefined) return null
  return (
    <section aria-label={t('title')}>
      <Votings round={round} />
    </section>
  )
}

const ARRANGED_IN: readonly DutyRoundOut['state'][] = ['reporting', 'appraising']

function Votings({ round }: { readonly round: DutyRoundOut }) {
  const t = useText(ballotsText)
  const can = useCan()
  const list = useQuery(ballotSessionsQuery(round.id))
  const sessions = list.data ?? []
  const groups = (round.scheme?.groups ?? []).filter(({ source }) => source === 'ballots')
  const mayArrange = can('duty_ballots.issue') && ARRANGED_IN.includes(round.state)
  const arrange =
    mayArrange && groups.length > 0 ? (
      <NewSessionButton round={round} groups={groups} isPrimary={sessions.length === 0} />
    ) : null
  const open = sessions.filter(({ state }) => state === 'open').length
  if (groups.length === 0) return <p className="soft">{t('none_vote')}</p>
  return (
    <ListFace
      list={list}
      isEmpty={sessions.length === 0}
      empty={{ title: t('empty'), hint: t('empty_hint'), action: arrange }}
    >
      {round.state === 'appraising' && open > 0 && (
        <Alert
          type="info"
          showIcon
          title={t('close_first', { count: open })}
          action={<CloseAllButton sessions={sessions} />}
        />
      )}
      <GroupCounts groups={groups} sessions={sessions} />
      <section className="duty-section" aria-labelledby="ballot-sessions">
        <div className="ballots-head">
          <h2 id="ballot-sessions">{t('sessions')}</h2>
          {arrange}
        </div>
        <ul className="rows">
          {sessions.map((session) => (
            <SessionRow key={session.id} session={session} round={round} />
          ))}
        </ul>
      </section>
    </ListFace>
  )
}
