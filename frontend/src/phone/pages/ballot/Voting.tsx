import { useState } from 'react'
import { ballotOf } from '@/shared/ballot/sheet'
import type { BallotSource } from './ballot-source'
import { Card } from './Card'
import { Cast } from './Cast'
import { type Face, type KeptBallot, keepBallot } from './kept-ballot'
import { Review } from './Review'
import { Sending } from './Sending'
import { Start } from './Start'

interface VotingProps {
  readonly source: BallotSource
  readonly opened: KeptBallot
  /** The ballot is not what it was: it is asked for again. */
  readonly onReload: () => void
  readonly onLeave: ((isSealed: boolean) => void) | undefined
}

/** From the first face to the cast ballot; every step is on the phone's disk before the next. */
export function Voting({ source, opened, onReload, onLeave }: VotingProps) {
  const [kept, setKept] = useState(opened)
  const [isCast, setCast] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const change = (part: Partial<KeptBallot>) => {
    const next = { ...kept, ...part }
    setKept(next)
    void keepBallot(source.name, next)
  }
  const goTo = (face: Face) => {
    change({ face })
    window.scrollTo(0, 0)
  }
  const { ballot, sheets, face, sealed } = kept
  // On the disk before it is sent: what is sent again after a closed browser must be the same.
  const seal = async () => {
    const next = { ...kept, sealed: ballotOf(ballot, sheets) }
    await keepBallot(source.name, next).catch(() => undefined)
    setRefusal(null)
    setKept(next)
  }
  if (isCast) return <Cast onAnother={onLeave && (() => onLeave(true))} />
  if (sealed !== null) {
    return (
      <Sending
        source={source}
        sealed={sealed}
        onCast={() => setCast(true)}
        onRefused={(error) => {
          setRefusal(error)
          change({ sealed: null, face: 'review' })
        }}
        onOver={onReload}
        onAnother={onLeave && (() => onLeave(true))}
      />
    )
  }
  if (face === 'start') {
    return <Start kept={kept} onGo={goTo} onAnother={onLeave && (() => onLeave(false))} />
  }
  if (face === 'review') {
    return <Review kept={kept} refusal={refusal} onGo={goTo} onSend={() => void seal()} />
  }
  return (
    <Card
      key={face}
      ballot={ballot}
      sheets={sheets}
      at={face}
      onSheet={(id, sheet) => change({ sheets: { ...sheets, [id]: sheet } })}
      onGo={goTo}
      onAnother={onLeave && (() => onLeave(false))}
    />
  )
}
