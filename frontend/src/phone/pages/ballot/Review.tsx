import type { BallotOut } from '@/shared/api/schema.gen'
import { ballotText } from '@/shared/ballot/ballot-text'
import { alikeLabel, isComplete, labelOf, missingOf, type Sheet, sheetOf } from '@/shared/ballot/sheet'
import { LoadProblem } from '../../app/LoadProblem'
import { useText } from '../../app/use-text'
import type { Face, KeptBallot } from './kept-ballot'
import { phoneBallotText } from './phone-ballot-text'

interface ReviewProps {
  readonly kept: KeptBallot
  /** Why the server did not take the ballot, if it did not. */
  readonly refusal: unknown
  readonly onGo: (face: Face) => void
  readonly onSend: () => void
}

/** Everybody with what was said, to be looked over before it is sent for good. */
export function Review({ kept: { ballot, sheets }, refusal, onGo, onSend }: ReviewProps) {
  const t = useText(phoneBallotText)
  const words = useText(ballotText)
  const { participants, criteria } = ballot
  const left = participants.filter(({ id }) => !isComplete(criteria, sheetOf(sheets, id)))
  const [first] = left
  return (
    <section className="ballot-review">
      <h1>{t('review')}</h1>
      <p className="soft">{t('review_text')}</p>
      {refusal !== null && <LoadProblem error={refusal} />}
      <ul className="ballot-rows">
        {participants.map(({ id, name, organisation_name }, at) => (
          <li key={id}>
            <button type="button" className="ballot-row" onClick={() => onGo(at)}>
              <strong>{name}</strong>
              <small>{organisation_name}</small>
              <Said criteria={criteria} sheet={sheetOf(sheets, id)} />
            </button>
          </li>
        ))}
      </ul>
      <p className="soft apart">{words('send_hint')}</p>
      <nav className="ballot-ways">
        {first === undefined ? (
          <button type="button" className="primary" onClick={onSend}>
            {words('send')}
          </button>
        ) : (
          <button type="button" onClick={() => onGo(participants.indexOf(first))}>
            {t('review_left', { count: left.length })}
          </button>
        )}
      </nav>
    </section>
  )
}

interface SaidProps {
  readonly criteria: BallotOut['criteria']
  readonly sheet: Sheet
}

function Said({ criteria, sheet }: SaidProps) {
  const t = useText(phoneBallotText)
  const words = useText(ballotText)
  const isBlank = !sheet.abstain && Object.keys(sheet.answers).length === 0
  if (isBlank) return <span className="ballot-what ballot-left">{words('not_rated')}</span>
  if (!isComplete(criteria, sheet)) {
    return (
      <span className="ballot-what ballot-left">
        {words('left_of', { count: missingOf(criteria, sheet).length })}
      </span>
    )
  }
  if (sheet.abstain) return <span className="ballot-what">{words('abstained')}</span>
  const label = criteria.length > 1 ? alikeLabel(criteria, sheet) : null
  if (label !== null) return <span className="ballot-what">{words('alike', { label })}</span>
  return (
    <span className="ballot-said">
      {criteria.map((criterion) => (
        <span key={criterion.key}>
          {t('answers', {
            criterion: criterion.title,
            label: labelOf(criterion, sheet) ?? words('dont_know'),
          })}
        </span>
      ))}
    </span>
  )
}
