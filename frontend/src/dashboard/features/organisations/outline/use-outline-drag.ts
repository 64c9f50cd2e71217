import { type DragEvent, useState } from 'react'
import { droppedPlace, type Outline } from './outline-model'

interface DropTarget {
  readonly id: string
  readonly side: 'before' | 'after'
}

/** Drags a row to another place among its siblings; nowhere else does it drop. */
export function useOutlineDrag(
  outline: Outline,
  onReorder: ((id: string, place: number) => void) | undefined,
) {
  const [moved, setMoved] = useState<string | null>(null)
  const [target, setTarget] = useState<DropTarget | null>(null)
  const placeOf = (over: DropTarget | null) =>
    moved === null || over === null ? null : droppedPlace(outline, moved, over.id, over.side)

  const end = () => {
    setMoved(null)
    setTarget(null)
  }
  const handlers = {
    onDragStart: (event: DragEvent) => {
      const id = targetOf(event)?.id
      if (id === undefined) return
      event.dataTransfer.effectAllowed = 'move'
      event.dataTransfer.setData('text/plain', outline.nodes.get(id)?.item.name ?? '')
      setMoved(id)
    },
    onDragOver: (event: DragEvent) => {
      const over = targetOf(event)
      const isPlace = placeOf(over) !== null
      if (isPlace) event.preventDefault()
      setTarget(isPlace ? over : null)
    },
    onDrop: (event: DragEvent) => {
      const place = placeOf(targetOf(event))
      event.preventDefault()
      if (moved !== null && place !== null) onReorder?.(moved, place)
      end()
    },
    onDragEnd: end,
  }
  return { isOn: onReorder !== undefined, target, handlers: onReorder === undefined ? {} : handlers }
}

function targetOf(event: DragEvent): DropTarget | null {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('tr[data-id]') : null
  const id = row?.dataset.id
  if (row === null || id === undefined) return null
  const { top, height } = row.getBoundingClientRect()
  return { id, side: event.clientY < top + height / 2 ? 'before' : 'after' }
}
