import { useCallback, useEffect, useState } from 'react'
import type { BallotIn } from '@/shared/api/schema.gen'
import { ballotText } from '@/shared/ballot/ballot-text'
import { castFailure } from '@/shared/ballot/cast-failure'
import { Icon } from '../../app/Icon'
import { useText } from '../../app/use-text'
import type { BallotSource } from './ballot-source'
import { castBallot } from './kept-ballot'
import { phoneBallotText } from './phone-ballot-text'

interface SendingProps {
  readonly source: BallotSource
  readonly sealed: BallotIn
  readonly onCast: () => void
  /** The server did not take it, and it can be changed. */
  readonly onRefused: (error: unknown) => void
  /** Nothing is left to be done with the ballot. */
  readonly onOver: () => void
  readonly onAnother: (() => void) | undefined
}

const FIRST_WAIT_MS = 2000
const LONGEST_WAIT_MS = 30_000

/** Sends the sealed ballot until the server has it: the same bytes every time, so that it counts once. */
export function Sending({ source, sealed, onCast, onRefused, onOver, onAnother }: SendingProps) {
  const t = useText(ballotText)
  const words = useText(phoneBallotText)
  const [failures, setFailures] = useState(0)
  const [isBusy, setBusy] = useState(true)
  const attempt = useCallback(async () => {
    setBusy(true)
    try {
      await castBallot(source, sealed)
      onCast()
    } catch (error) {
      const meaning = castFailure(error)
      if (meaning === 'over') onOver()
      else if (meaning === 'refused') onRefused(error)
      else setFailures((before) => before + 1)
    }
    setBusy(false)
  }, [source, sealed, onCast, onRefused, onOver])
  useRepeated(attempt, failures)
  if (failures === 0 || isBusy) return <p role="status">{t('sending')}</p>
  return (
    <>
      <div className="outcome pending" role="status">
        <Icon name="warn" className="outcome-icon" />
        <p className="outcome-head">{t('not_sent')}</p>
        <p className="outcome-words">{t('not_sent_hint')}</p>
      </div>
      <p className="soft apart">{words('sealed_note')}</p>
      <button type="button" className="primary" onClick={() => void attempt()}>
        {t('send_again')}
      </button>
      {onAnother !== undefined && (
        <button type="button" onClick={onAnother}>
          {words('another_code')}
        </button>
      )}
    </>
  )
}

/** At once, when the network is back, and in growing intervals in between. */
function useRepeated(attempt: () => Promise<void>, failures: number) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try for another failure, not another function
  useEffect(() => {
    const wait = failures === 0 ? 0 : Math.min(FIRST_WAIT_MS * 2 ** (failures - 1), LONGEST_WAIT_MS)
    const timer = setTimeout(() => void attempt(), wait)
    const atOnce = () => {
      clearTimeout(timer)
      void attempt()
    }
    window.addEventListener('online', atOnce)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('online', atOnce)
    }
  }, [failures])
}
