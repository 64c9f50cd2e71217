import { useId } from 'react'
import type { BallotCriterionOut } from '@/shared/api/schema.gen'
import { ballotText } from '@/shared/ballot/ballot-text'
import { takenValue } from '@/shared/ballot/sheet'
import { useText } from '../../app/use-text'
import { Ticks } from './Ticks'

interface CriterionFieldProps {
  readonly criterion: BallotCriterionOut
  /** A value, null for *don't know*, undefined while nothing is said. */
  readonly answer: string | null | undefined
  readonly onAnswer: (answer: string | null) => void
}

const UNKNOWN = '?'

/** One question: words to tick, or a number; *don't know* where the scheme lets it be left out. */
export function CriterionField({ criterion, answer, onAnswer }: CriterionFieldProps) {
  const t = useText(ballotText)
  const { title, hint, levels, required } = criterion
  const unknown = required ? [] : [{ value: UNKNOWN, label: t('dont_know') }]
  const chosen = answer === null ? UNKNOWN : answer
  const choose = (value: string) => onAnswer(value === UNKNOWN ? null : value)
  return (
    <fieldset className="ballot-criterion">
      <legend>{title}</legend>
      {hint !== '' && <small>{hint}</small>}
      {levels.length === 0 && <NumberField criterion={criterion} typed={answer ?? ''} onTyped={onAnswer} />}
      <Ticks choices={[...levels, ...unknown]} chosen={chosen} onChoose={choose} />
    </fieldset>
  )
}

interface NumberFieldProps {
  readonly criterion: BallotCriterionOut
  readonly typed: string
  readonly onTyped: (typed: string) => void
}

function NumberField({ criterion, typed, onTyped }: NumberFieldProps) {
  const t = useText(ballotText)
  const id = useId()
  const { title, max } = criterion
  const isWrong = typed !== '' && takenValue(criterion, typed) === null
  return (
    <>
      <input
        aria-label={title}
        aria-describedby={id}
        aria-invalid={isWrong}
        inputMode="decimal"
        autoComplete="off"
        placeholder={t('number_of', { max })}
        value={typed}
        onChange={({ target }) => onTyped(target.value)}
      />
      <p id={id} className="ballot-fault" role="alert">
        {isWrong ? t('out_of_range', { max }) : null}
      </p>
    </>
  )
}
