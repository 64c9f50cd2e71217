import { useCallback, useEffect, useState } from 'react'
import { ApiError } from '@/shared/api/problem'
import type { BallotOut } from '@/shared/api/schema.gen'
import { ballotText } from '@/shared/ballot/ballot-text'
import { votingName } from '@/shared/format/voting-name'
import { Icon } from '../../app/Icon'
import { LoadProblem } from '../../app/LoadProblem'
import { phoneText } from '../../app/phone-text'
import { useEvery } from '../../app/use-every'
import { useLoaded } from '../../app/use-loaded'
import { useText } from '../../app/use-text'
import type { BallotSource } from './ballot-source'
import { openBallot } from './kept-ballot'
import { phoneBallotText } from './phone-ballot-text'
import { Voting } from './Voting'

interface BallotPageProps {
  readonly source: BallotSource
  /** The ballot is there and kept on this phone. */
  readonly onOpened?: () => void
  /** To another ballot, where one can be had; `isSealed`: this one is still on its way. */
  readonly onLeave?: (isSealed: boolean) => void
}

/** A ballot as it stands: to fill in, to wait for, or why it cannot be cast. */
export function BallotPage({ source, onOpened, onLeave }: BallotPageProps) {
  const t = useText(phoneText)
  const [first] = useState(source)
  const load = useCallback((signal: AbortSignal) => openBallot(first, signal), [first])
  const { loaded, reload } = useLoaded(load)
  const state = loaded.state === 'ready' ? loaded.value.ballot.state : null
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once for a state
  useEffect(() => {
    if (state !== null) onOpened?.()
  }, [state])
  if (loaded.state === 'loading') return <p role="status">{t('loading')}</p>
  if (loaded.state === 'failed') return <Failed error={loaded.error} onRetry={reload} onLeave={onLeave} />
  const { ballot, sealed } = loaded.value
  if (ballot.state !== 'open' && sealed === null) {
    return <Standing ballot={ballot} onReload={reload} onLeave={onLeave} />
  }
  return <Voting source={first} opened={loaded.value} onReload={reload} onLeave={onLeave} />
}

interface FailedProps {
  readonly error: unknown
  readonly onRetry: () => void
  readonly onLeave: BallotPageProps['onLeave']
}

function Failed({ error, onRetry, onLeave }: FailedProps) {
  const t = useText(phoneBallotText)
  const isUnknown = error instanceof ApiError && error.status === 404
  return (
    <>
      <h1>{t('title')}</h1>
      {isUnknown ? (
        <p className="problem" role="alert">
          {t('code_unknown')}
        </p>
      ) : (
        <LoadProblem error={error} onRetry={onRetry} />
      )}
      {onLeave !== undefined && (
        <button type="button" onClick={() => onLeave(false)}>
          {t('another_code')}
        </button>
      )}
    </>
  )
}

const ASKED_EVERY_MS = 15_000

interface StandingProps {
  readonly ballot: BallotOut
  readonly onReload: () => void
  readonly onLeave: BallotPageProps['onLeave']
}

/** A ballot that cannot be filled in now, and what that means for whoever holds it. */
function Standing({ ballot, onReload, onLeave }: StandingProps) {
  const t = useText(ballotText)
  const words = useText(phoneBallotText)
  const { state, round_title, group_title, title } = ballot
  const askAgain = useCallback(() => {
    if (state === 'waiting') onReload()
  }, [state, onReload])
  useEvery(ASKED_EVERY_MS, askAgain)
  if (state === 'open') return null
  const tone = { used: 'done', waiting: 'pending', closed: 'refused', voided: 'refused' } as const
  const icon = { used: 'done', waiting: 'clock', closed: 'no', voided: 'no' } as const
  return (
    <>
      <h1>{round_title}</h1>
      <p className="soft">{votingName({ title, group_title })}</p>
      <div className={`outcome ${tone[state]}`} role="status">
        <Icon name={icon[state]} className="outcome-icon" />
        <p className="outcome-head">{t(state)}</p>
        <p className="outcome-words">{t(`${state}_hint`)}</p>
      </div>
      {onLeave !== undefined && (
        <button type="button" onClick={() => onLeave(false)}>
          {words('another_code')}
        </button>
      )}
    </>
  )
}
