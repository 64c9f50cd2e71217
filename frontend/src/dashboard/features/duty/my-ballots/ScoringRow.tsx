import { Checkbox, Input, Radio } from 'antd'
import { useId } from 'react'
import type { BallotCriterionOut, BallotParticipantOut } from '@/shared/api/schema.gen'
import { ballotText } from '@/shared/ballot/ballot-text'
import {
  alikeLabel,
  answered,
  answeredAlike,
  BLANK,
  isAllUnknown,
  isComplete,
  type Sheet,
  sameForAll,
  takenValue,
} from '@/shared/ballot/sheet'
import { useText } from '../../../i18n/use-text'

interface ScoringRowProps {
  readonly place: number
  readonly participant: BallotParticipantOut
  readonly criteria: readonly BallotCriterionOut[]
  readonly sheet: Sheet
  readonly onSheet: (sheet: Sheet) => void
}

/** One participant: who it is at the left, the questions beside it. */
export function ScoringRow({ place, participant, criteria, sheet, onSheet }: ScoringRowProps) {
  const t = useText(ballotText)
  const { id, name, organisation_name, report_excerpt } = participant
  const isDone = isComplete(criteria, sheet)
  return (
    <li id={`scoring-${id}`} className={isDone ? 'scoring-row scoring-done' : 'scoring-row'}>
      <div className="scoring-whom">
        <div className="scoring-name">
          <h2>
            <span className="soft">{place}</span> {name}
          </h2>
          <Checkbox
            checked={sheet.abstain}
            onChange={({ target }) => onSheet(target.checked ? { abstain: true, answers: {} } : BLANK)}
            aria-label={t('abstain_of', { name })}
          >
            {t('abstain')}
          </Checkbox>
        </div>
        <p className="soft">{organisation_name}</p>
        {report_excerpt !== null && (
          <details>
            <summary>{t('report')}</summary>
            <p>{report_excerpt}</p>
          </details>
        )}
        <SameForAll name={name} criteria={criteria} sheet={sheet} onSheet={onSheet} />
      </div>
      {sheet.abstain ? (
        <p className="soft">{t('abstained')}</p>
      ) : (
        <div className="scoring-questions">
          {criteria.map((criterion) => (
            <Question
              key={criterion.key}
              name={name}
              criterion={criterion}
              answer={sheet.answers[criterion.key]}
              onAnswer={(answer) => onSheet(answered(sheet, criterion.key, answer))}
            />
          ))}
          {isAllUnknown(criteria, sheet) && <p className="scoring-fault">{t('all_unknown')}</p>}
        </div>
      )}
    </li>
  )
}

const UNKNOWN = '?'

interface QuestionProps {
  readonly name: string
  readonly criterion: BallotCriterionOut
  readonly answer: string | null | undefined
  readonly onAnswer: (answer: string | null) => void
}

function Question({ name, criterion, answer, onAnswer }: QuestionProps) {
  const t = useText(ballotText)
  const { title, hint, levels, required } = criterion
  const unknown = required ? [] : [{ value: UNKNOWN, label: t('dont_know') }]
  const options = [...levels, ...unknown]
  return (
    <div className="scoring-question">
      <span title={hint}>{title}</span>
      <div className="scoring-answer">
        {levels.length === 0 && (
          <NumberAnswer name={name} criterion={criterion} typed={answer ?? ''} onTyped={onAnswer} />
        )}
        {options.length > 0 && (
          <Radio.Group
            size="small"
            optionType="button"
            aria-label={`${name} ${title}`}
            options={options}
            value={answer === null ? UNKNOWN : answer}
            onChange={({ target }) => onAnswer(target.value === UNKNOWN ? null : target.value)}
          />
        )}
      </div>
    </div>
  )
}

interface NumberAnswerProps {
  readonly name: string
  readonly criterion: BallotCriterionOut
  readonly typed: string
  readonly onTyped: (typed: string) => void
}

function NumberAnswer({ name, criterion, typed, onTyped }: NumberAnswerProps) {
  const t = useText(ballotText)
  const id = useId()
  const { title, max } = criterion
  const isWrong = typed !== '' && takenValue(criterion, typed) === null
  return (
    <>
      <Input
        size="small"
        inputMode="decimal"
        className="scoring-number"
        aria-label={`${name} ${title}`}
        aria-describedby={id}
        placeholder={t('number_of', { max })}
        value={typed}
        {...(isWrong && { status: 'error' as const })}
        onChange={({ target }) => onTyped(target.value)}
      />
      <span id={id} className="scoring-fault">
        {isWrong && t('out_of_range', { max })}
      </span>
    </>
  )
}

type SameForAllProps = Pick<ScoringRowProps, 'criteria' | 'sheet' | 'onSheet'> & { readonly name: string }

function SameForAll({ name, criteria, sheet, onSheet }: SameForAllProps) {
  const t = useText(ballotText)
  const same = sameForAll(criteria)
  if (same === null) return null
  return (
    <div className="scoring-question scoring-same">
      <span>{t('same_for_all')}</span>
      {same.kind === 'levels' ? (
        <Radio.Group
          size="small"
          optionType="button"
          aria-label={`${name} ${t('same_for_all')}`}
          options={same.labels.map((label) => ({ value: label, label }))}
          value={alikeLabel(criteria, sheet)}
          onChange={({ target }) => onSheet(answeredAlike(criteria, target.value))}
        />
      ) : (
        <Input
          size="small"
          inputMode="decimal"
          className="scoring-number"
          aria-label={`${name} ${t('same_for_all')}`}
          placeholder={t('number_of', { max: same.max })}
          value={alikeLabel(criteria, sheet) ?? ''}
          onChange={({ target }) =>
            onSheet(target.value === '' ? BLANK : answeredAlike(criteria, target.value))
          }
        />
      )}
    </div>
  )
}
