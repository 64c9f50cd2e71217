import { type KeyboardEvent, type MouseEvent, useId, useMemo, useState } from 'react'
import { useText } from '../../../i18n/use-text'
import type { AsOf } from '../organisation-queries'
import { organisationsText } from '../organisations-text'
import { OutlineLine } from './OutlineLine'
import { outlineMove } from './outline-keys'
import { type Outline as OutlineModel, visibleRows } from './outline-model'
import { useMemberCounts } from './use-member-counts'
import { useOutlineDrag } from './use-outline-drag'
import { useRowWindow } from './use-row-window'

interface OutlineProps {
  readonly outline: OutlineModel
  readonly open: ReadonlySet<string>
  readonly selectedId: string | undefined
  readonly asOf: AsOf
  readonly onToggle: (id: string, isOpen: boolean) => void
  readonly onChoose: (id: string) => void
  /** Puts `id` at a place among its siblings; absent where the order cannot be changed. */
  readonly onReorder?: ((id: string, place: number) => void) | undefined
  readonly onStep?: ((id: string, step: -1 | 1) => void) | undefined
}

export const ROW_HEIGHT = 40

/** The tree as a grid that draws only the rows in view; one stop of the Tab key, arrows within. */
export function Outline(props: OutlineProps) {
  const { outline, open, selectedId, asOf, onToggle, onChoose, onReorder, onStep } = props
  const t = useText(organisationsText)
  const gridId = useId()
  const rows = useMemo(() => visibleRows(outline, open), [outline, open])
  const [current, setCurrent] = useState<string>()
  const at = rowAt(rows, current, selectedId)
  const { scroller, onScroll, from, to } = useRowWindow(rows.length, ROW_HEIGHT, at)
  const opened = useMemo(() => rows.filter(({ branch }) => branch === 'open').map(({ id }) => id), [rows])
  const counts = useMemberCounts(opened, asOf)
  const drag = useOutlineDrag(outline, onReorder)
  const rowId = (id: string) => `${gridId}-${id}`
  const currentId = rows[at]?.id

  const press = (event: KeyboardEvent) => {
    const move = outlineMove(event, rows, at)
    if (move === null) return
    event.preventDefault()
    setCurrent(move.id)
    if (move.kind === 'choose') onChoose(move.id)
    else if (move.kind === 'reorder') onStep?.(move.id, move.step)
    else if (move.kind !== 'go') onToggle(move.id, move.kind === 'open')
  }

  const click = ({ target }: MouseEvent) => {
    const place = placeOf(target)
    if (place === null) return
    setCurrent(place.id)
    const row = rows.find(({ id }) => id === place.id)
    if (place.isToggle && row !== undefined && row.branch !== 'none') {
      onToggle(place.id, row.branch === 'closed')
    } else onChoose(place.id)
  }

  return (
    <div ref={scroller} className="org-outline" onScroll={onScroll}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a treegrid is a table with a way to move in it
        role="treegrid"
        aria-label={t('outline')}
        aria-rowcount={rows.length + 1}
        aria-activedescendant={
          currentId !== undefined && at >= from && at < to ? rowId(currentId) : undefined
        }
        tabIndex={0}
        onKeyDown={press}
        onClick={click}
        {...drag.handlers}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">{t('name')}</th>
            <th scope="col" className="numeric org-outline-wide">
              {t('below')}
            </th>
            <th scope="col" className="numeric org-outline-members">
              {t('members')}
            </th>
            <th scope="col" className="numeric org-outline-wide">
              {t('in_service')}
            </th>
            <th scope="col" className="numeric org-outline-wide">
              {t('retired')}
            </th>
          </tr>
        </thead>
        <Space rows={from} />
        <tbody>
          {rows.slice(from, to).map((row, index) => (
            <OutlineLine
              key={row.id}
              row={row}
              elementId={rowId(row.id)}
              rowIndex={from + index + 2}
              counts={counts.get(row.id)}
              isCurrent={row.id === currentId}
              isSelected={row.id === selectedId}
              isDraggable={drag.isOn && row.level > 1}
              dropSide={drag.target?.id === row.id ? drag.target.side : undefined}
            />
          ))}
        </tbody>
        <Space rows={rows.length - to} />
      </table>
    </div>
  )
}

/** Keeps the height of the rows that are not drawn. */
function Space({ rows }: { readonly rows: number }) {
  if (rows === 0) return null
  return (
    <tbody aria-hidden="true" className="org-outline-space">
      <tr>
        <td style={{ height: rows * ROW_HEIGHT }} />
      </tr>
    </tbody>
  )
}

function rowAt(
  rows: readonly { readonly id: string }[],
  current: string | undefined,
  selected: string | undefined,
) {
  const wanted = rows.findIndex(({ id }) => id === current)
  if (wanted >= 0) return wanted
  return Math.max(
    0,
    rows.findIndex(({ id }) => id === selected),
  )
}

function placeOf(target: EventTarget): { readonly id: string; readonly isToggle: boolean } | null {
  if (!(target instanceof Element)) return null
  const id = target.closest<HTMLElement>('tr[data-id]')?.dataset.id
  return id === undefined ? null : { id, isToggle: target.closest('[data-toggle]') !== null }
}
