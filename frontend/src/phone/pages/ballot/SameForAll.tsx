import { useState } from 'react'
import type { BallotCriterionOut } from '@/shared/api/schema.gen'
import { ballotText } from '@/shared/ballot/ballot-text'
import { alikeLabel, answeredAlike, type Sheet, sameForAll } from '@/shared/ballot/sheet'
import { useText } from '../../app/use-text'
import { Ticks } from './Ticks'

interface SameForAllProps {
  readonly criteria: readonly BallotCriterionOut[]
  readonly sheet: Sheet
  readonly onSheet: (sheet: Sheet) => void
}

/** One tap for every criterion, where all share the words or the range. */
export function SameForAll({ criteria, sheet, onSheet }: SameForAllProps) {
  const t = useText(ballotText)
  const same = sameForAll(criteria)
  if (same === null) return null
  return (
    <fieldset className="ballot-criterion ballot-same">
      <legend>{t('same_for_all')}</legend>
      {same.kind === 'levels' ? (
        <Ticks
          choices={same.labels.map((label) => ({ value: label, label }))}
          chosen={alikeLabel(criteria, sheet) ?? undefined}
          onChoose={(label) => onSheet(answeredAlike(criteria, label))}
        />
      ) : (
        <NumberForAll max={same.max} onTyped={(typed) => onSheet(answeredAlike(criteria, typed))} />
      )}
    </fieldset>
  )
}

interface NumberForAllProps {
  readonly max: string
  readonly onTyped: (typed: string) => void
}

function NumberForAll({ max, onTyped }: NumberForAllProps) {
  const t = useText(ballotText)
  const [typed, setTyped] = useState('')
  return (
    <input
      aria-label={t('same_for_all')}
      inputMode="decimal"
      autoComplete="off"
      placeholder={t('number_of', { max })}
      value={typed}
      onChange={({ target }) => {
        setTyped(target.value)
        onTyped(target.value)
      }}
    />
  )
}
