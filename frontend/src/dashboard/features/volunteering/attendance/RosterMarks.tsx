import { useFormat } from '../../../app/use-format'
import { useCan } from '../../../auth/session-query'
import { ConfirmButton } from '../../../components/ConfirmButton'
import { StatusTag } from '../../../components/StatusTag'
import { useText } from '../../../i18n/use-text'
import { checkInWordsText } from '../volunteering-text'
import type { CheckInType, RosterMark, RosterRow } from '../volunteering-types'
import { useActOnCheckIn } from './attendance-queries'
import { attendanceText } from './attendance-text'

interface RosterMarksProps {
  readonly row: RosterRow
  /** Once the hours are settled nothing is accepted or annulled. */
  readonly isSettled: boolean
}

/** Every entry and exit of a person, how it was taken, and what may be done with it. */
export function RosterMarks({ row: { name, pairs }, isSettled }: RosterMarksProps) {
  const t = useText(attendanceText)
  const marks = pairs.flatMap(({ entry, exit }) => [
    ...(entry === null ? [] : [{ type: 'entry' as const, mark: entry }]),
    ...(exit === null ? [] : [{ type: 'exit' as const, mark: exit }]),
  ])
  if (marks.length === 0) return <p className="soft">{t('no_marks')}</p>
  return (
    <ul className="vol-marks">
      {marks.map(({ type, mark }) => (
        <MarkLine key={mark.id} name={name} type={type} mark={mark} isSettled={isSettled} />
      ))}
    </ul>
  )
}

interface MarkLineProps {
  readonly name: string
  readonly type: CheckInType
  readonly mark: RosterMark
  readonly isSettled: boolean
}

function MarkLine({ name, type, mark, isSettled }: MarkLineProps) {
  const words = useText(checkInWordsText)
  const format = useFormat()
  const can = useCan()
  const tone = mark.state === 'needs_review' ? 'warning' : 'neutral'
  return (
    <li>
      <span className="vol-marks-type">{words(type)}</span>
      <span className="numeric">{format.dateTime(mark.occurred_at)}</span>
      <span className="soft">{words(mark.method)}</span>
      {mark.state !== 'accepted' && <StatusTag tone={tone}>{words(mark.state)}</StatusTag>}
      {can('attendance.annul') && !isSettled && (
        <span className="vol-row-acts">
          {mark.state === 'needs_review' && <MarkAct action="accept" name={name} id={mark.id} />}
          {mark.state !== 'annulled' && <MarkAct action="annul" name={name} id={mark.id} />}
        </span>
      )}
    </li>
  )
}

interface MarkActProps {
  readonly action: 'accept' | 'annul'
  readonly name: string
  readonly id: string
}

function MarkAct({ action, name, id }: MarkActProps) {
  const t = useText(attendanceText)
  const act = useActOnCheckIn(id)
  return (
    <ConfirmButton
      label={t(action)}
      title={t(`${action}_title`, { name })}
      description={t(`${action}_text`)}
      reason={action === 'annul' ? 'required' : 'none'}
      onConfirm={(reason) => act.mutateAsync({ action, reason })}
    />
  )
}
