import { App } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useText } from '../../../i18n/use-text'
import type { DutyParticipantOut } from '../duty-types'
import { ParticipantRow } from './ParticipantRow'
import { placed } from './participant-order'
import { useOrderParticipants } from './participant-queries'
import { participantsText } from './participants-text'

interface ParticipantListProps {
  readonly roundId: string
  readonly all: readonly DutyParticipantOut[]
  readonly shown: readonly DutyParticipantOut[]
  readonly mayJoin: boolean
  readonly mayOrder: boolean
  /** Rows are dragged over their neighbours: not while some are filtered away. */
  readonly mayDrag: boolean
}

const AT_ONCE = 60

export function ParticipantList({ roundId, all, shown, mayJoin, mayOrder, mayDrag }: ParticipantListProps) {
  const t = useText(participantsText)
  const { message } = App.useApp()
  const order = useOrderParticipants(roundId)
  const [dragged, setDragged] = useState<string>()
  const [over, setOver] = useState<string>()
  // The first rows stand at once, the other thousand a moment later.
  const rows = useDeferredValue(shown, shown.slice(0, AT_ONCE))
  const placeOf = (id: string) => all.findIndex((row) => row.id === id)

  const move = (id: string, to: number) => {
    const from = placeOf(id)
    if (from === -1 || from === to) return
    order.mutate(placed(all, from, to), {
      onSuccess: () => void message.success({ key: 'order', content: t('order_saved') }),
      onError: () => void message.error(t('order_failed')),
    })
  }
  const drop = (id: string) => {
    if (dragged !== undefined && dragged !== id) move(dragged, placeOf(id))
    setDragged(undefined)
    setOver(undefined)
  }
  const places = new Map(all.map(({ id }, place) => [id, place]))
  return (
    <ol className="duty-people">
      {rows.map((row) => (
        <ParticipantRow
          key={row.id}
          row={row}
          place={places.get(row.id) ?? 0}
          count={all.length}
          mayJoin={mayJoin}
          mayOrder={mayOrder}
          mayDrag={mayDrag}
          isDragged={dragged === row.id}
          isOver={over === row.id && dragged !== row.id}
          onMove={(to) => move(row.id, to)}
          onDragStart={() => setDragged(row.id)}
          onDragOver={() => setOver(row.id)}
          onDrop={() => drop(row.id)}
          onDragEnd={() => {
            setDragged(undefined)
            setOver(undefined)
          }}
        />
      ))}
    </ol>
  )
}
