import { useEffect, useRef } from 'react'
import type { BallotOut, BallotParticipantOut } from '@/shared/api/schema.gen'
import { ballotText } from '@/shared/ballot/ballot-text'
import {
  answered,
  BLANK,
  isAllUnknown,
  isComplete,
  type Sheet,
  type Sheets,
  sheetOf,
} from '@/shared/ballot/sheet'
import { useText } from '../../app/use-text'
import { AnotherBallot } from './AnotherBallot'
import { CriterionField } from './CriterionField'
import type { Face } from './kept-ballot'
import { phoneBallotText } from './phone-ballot-text'
import { SameForAll } from './SameForAll'

interface CardProps {
  readonly ballot: BallotOut
  readonly sheets: Sheets
  readonly at: number
  readonly onSheet: (participantId: string, sheet: Sheet) => void
  readonly onGo: (face: Face) => void
  readonly onAnother: (() => void) | undefined
}

/** One participant: every criterion as large buttons, the way on at the bottom. */
export function Card({ ballot, sheets, at, onSheet, onGo, onAnother }: CardProps) {
  const { participants, criteria } = ballot
  const participant = participants[at]
  if (participant === undefined) return null
  const { id } = participant
  const sheet = sheetOf(sheets, id)
  return (
    <section className="ballot-card">
      <Progress at={at + 1} all={participants.length} />
      <Whom participant={participant} />
      {sheet.abstain ? (
        <Abstained onAnswer={() => onSheet(id, BLANK)} />
      ) : (
        <Answers
          ballot={ballot}
          name={participant.name}
          sheet={sheet}
          onSheet={(next) => onSheet(id, next)}
        />
      )}
      <Ways at={at} all={participants.length} isDone={isComplete(criteria, sheet)} onGo={onGo} />
      <AnotherBallot onAnother={onAnother} />
    </section>
  )
}

function Progress({ at, all }: { readonly at: number; readonly all: number }) {
  const t = useText(phoneBallotText)
  return (
    <div className="ballot-progress">
      <progress value={at} max={all} aria-label={t('place_said', { at, all })} />
      <span aria-hidden="true">{t('place', { at, all })}</span>
    </div>
  )
}

function Whom({ participant }: { readonly participant: BallotParticipantOut }) {
  const t = useText(ballotText)
  const { name, organisation_name, report_excerpt } = participant
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {name}
      </h1>
      <p className="soft">{organisation_name}</p>
      {report_excerpt !== null && (
        <details className="said">
          <summary>{t('report')}</summary>
          <p className="writing">{report_excerpt}</p>
        </details>
      )}
    </>
  )
}

interface AnswersProps {
  readonly ballot: BallotOut
  readonly name: string
  readonly sheet: Sheet
  readonly onSheet: (sheet: Sheet) => void
}

function Answers({ ballot: { criteria }, name, sheet, onSheet }: AnswersProps) {
  const t = useText(ballotText)
  return (
    <>
      <SameForAll criteria={criteria} sheet={sheet} onSheet={onSheet} />
      {criteria.map((criterion) => (
        <CriterionField
          key={criterion.key}
          criterion={criterion}
          answer={sheet.answers[criterion.key]}
          onAnswer={(answer) => onSheet(answered(sheet, criterion.key, answer))}
        />
      ))}
      {isAllUnknown(criteria, sheet) && (
        <p className="ballot-fault" role="alert">
          {t('all_unknown')}
        </p>
      )}
      <button
        type="button"
        className="ballot-abstain"
        onClick={() => onSheet({ abstain: true, answers: {} })}
      >
        {t('abstain')}
        <span className="unseen">{name}</span>
      </button>
    </>
  )
}

function Abstained({ onAnswer }: { readonly onAnswer: () => void }) {
  const t = useText(ballotText)
  return (
    <div className="ballot-abstained" role="status">
      <p>{t('abstained')}</p>
      <button type="button" onClick={onAnswer}>
        {t('answer')}
      </button>
    </div>
  )
}

interface WaysProps {
  readonly at: number
  readonly all: number
  readonly isDone: boolean
  readonly onGo: (face: Face) => void
}

/** Back, and on: past whoever is not finished, too, since the review asks again. */
function Ways({ at, all, isDone, onGo }: WaysProps) {
  const t = useText(phoneBallotText)
  const isLast = at + 1 === all
  const word = isLast ? 'to_review' : 'next'
  return (
    <nav className="ballot-ways">
      <button type="button" onClick={() => onGo(at === 0 ? 'start' : at - 1)}>
        {t('before')}
      </button>
      <button
        type="button"
        className={isDone ? 'primary' : ''}
        onClick={() => onGo(isLast ? 'review' : at + 1)}
      >
        {t(isDone || isLast ? word : 'skip')}
      </button>
    </nav>
  )
}
