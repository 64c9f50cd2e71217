import { useQuery } from '@tanstack/react-query'
import { Result } from 'antd'
import type { BallotOut } from '@/shared/api/schema.gen'
import { ballotText } from '@/shared/ballot/ballot-text'
import { votingName } from '@/shared/format/voting-name'
import { ListFace } from '../../../components/ListFace'
import { PageHeader } from '../../../components/PageHeader'
import { useText } from '../../../i18n/use-text'
import { myBallotsText } from './my-ballots-text'
import { ownBallotQuery } from './own-ballot-queries'
import { ScoringSheet } from './ScoringSheet'
import './scoring.css'

const WAITS_MS = 15_000

/** One's own ballot by account. */
export function ScoringPage({ sessionId }: { readonly sessionId: string }) {
  const t = useText(myBallotsText)
  const ballot = useQuery({
    ...ownBallotQuery(sessionId),
    refetchInterval: ({ state }) => (state.data?.state === 'waiting' ? WAITS_MS : false),
  })
  const { data: voting } = ballot
  return (
    <div className="page">
      <PageHeader
        title={voting?.round_title ?? t('title')}
        parent={{ to: '/duty/ballots', label: t('title') }}
        {...(voting !== undefined && {
          description: [voting.organisation_name, votingName(voting)].join(' · '),
        })}
      />
      <ListFace list={ballot} isEmpty={false} empty={{ title: '' }}>
        {voting !== undefined && <Standing sessionId={sessionId} ballot={voting} />}
      </ListFace>
    </div>
  )
}

const STATUS = { used: 'success', waiting: 'info', closed: 'warning', voided: 'warning' } as const

interface StandingProps {
  readonly sessionId: string
  readonly ballot: BallotOut
}

/** The sheet, or why there is none now. */
function Standing({ sessionId, ballot }: StandingProps) {
  const t = useText(ballotText)
  const { state } = ballot
  if (state === 'open') return <ScoringSheet sessionId={sessionId} ballot={ballot} />
  return <Result status={STATUS[state]} title={t(state)} subTitle={t(`${state}_hint`)} />
}
