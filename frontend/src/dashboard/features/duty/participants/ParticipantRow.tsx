import { ArrowDownOutlined, ArrowUpOutlined, HolderOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { StatusTag } from '../../../components/StatusTag'
import { useText } from '../../../i18n/use-text'
import type { DutyParticipantOut } from '../duty-types'
import { LeaveOutButton } from './LeaveOutButton'
import { PlaceInput } from './PlaceInput'
import { participantsText } from './participants-text'

interface ParticipantRowProps {
  readonly row: DutyParticipantOut
  /** From 0 over those listed, who are everybody where they are put in order. */
  readonly place: number
  readonly count: number
  readonly mayJoin: boolean
  readonly mayOrder: boolean
  readonly mayDrag: boolean
  readonly isDragged: boolean
  readonly isOver: boolean
  readonly onMove: (to: number) => void
  readonly onDragStart: () => void
  readonly onDragOver: () => void
  readonly onDrop: () => void
  readonly onDragEnd: () => void
}

interface MoveButtonsProps extends Pick<ParticipantRowProps, 'place' | 'count' | 'onMove'> {
  readonly name: string
}

export function ParticipantRow(props: ParticipantRowProps) {
  const { row, place, count, mayJoin, mayOrder, mayDrag, isDragged, isOver, onMove } = props
  const t = useText(participantsText)
  const { name, organisation_name, included } = row
  const marks = [isDragged && 'is-dragged', isOver && 'is-over', !included && 'is-out'].filter(Boolean)
  return (
    <li
      className={`duty-person ${marks.join(' ')}`}
      draggable={mayDrag}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move'
        props.onDragStart()
      }}
      onDragOver={(event) => {
        event.preventDefault()
        props.onDragOver()
      }}
      onDrop={(event) => {
        event.preventDefault()
        props.onDrop()
      }}
      onDragEnd={props.onDragEnd}
    >
      {mayDrag && <HolderOutlined aria-hidden className="duty-handle" />}
      {mayOrder ? (
        <PlaceInput label={t('position_of', { name })} place={place} count={count} onMove={onMove} />
      ) : (
        <span className="duty-place numeric">{row.position}</span>
      )}
      <span className="duty-who">
        <strong>{name}</strong>
        <span className="soft">{organisation_name}</span>
        <Standing row={row} />
      </span>
      <span className="duty-person-buttons">
        {mayOrder && <MoveButtons name={name} place={place} count={count} onMove={onMove} />}
        {mayJoin && <LeaveOutButton row={row} />}
      </span>
    </li>
  )
}

function MoveButtons({ name, place, count, onMove }: MoveButtonsProps) {
  const t = useText(participantsText)
  return (
    <>
      <Button
        type="text"
        size="small"
        icon={<ArrowUpOutlined aria-hidden />}
        aria-label={t('up', { name })}
        disabled={place === 0}
        onClick={() => onMove(place - 1)}
      />
      <Button
        type="text"
        size="small"
        icon={<ArrowDownOutlined aria-hidden />}
        aria-label={t('down', { name })}
        disabled={place === count - 1}
        onClick={() => onMove(place + 1)}
      />
    </>
  )
}

function Standing({ row: { included, in_office, exception_reason } }: Pick<ParticipantRowProps, 'row'>) {
  const t = useText(participantsText)
  return (
    <>
      {!included && <StatusTag tone="neutral">{t('is_left_out')}</StatusTag>}
      {included && !in_office && <StatusTag tone="warning">{t('not_in_office')}</StatusTag>}
      {exception_reason !== null && (
        <span className="soft">{t('reason_of', { reason: exception_reason })}</span>
      )}
    </>
  )
}
