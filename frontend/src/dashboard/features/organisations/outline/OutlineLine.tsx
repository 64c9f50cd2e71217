import { RightOutlined } from '@ant-design/icons'
import { useFormat } from '../../../app/use-format'
import { organisationKindsText } from '../../../i18n/organisation-kinds-text'
import { useText } from '../../../i18n/use-text'
import { KindIcon } from '../KindIcon'
import type { MemberCounts } from '../organisation-types'
import type { OutlineRow } from './outline-model'

interface OutlineLineProps {
  readonly row: OutlineRow
  readonly elementId: string
  readonly rowIndex: number
  readonly counts: MemberCounts | undefined
  readonly isCurrent: boolean
  readonly isSelected: boolean
  readonly isDraggable: boolean
  readonly dropSide: 'before' | 'after' | undefined
}

const INDENT = 20

export function OutlineLine(props: OutlineLineProps) {
  const { row, elementId, rowIndex, counts, isCurrent, isSelected, isDraggable, dropSide } = props
  const kinds = useText(organisationKindsText)
  const format = useFormat()
  const { item, branch, below } = row
  const count = (value: number | undefined) => (value === undefined ? '' : format.number(value))
  const classes = [
    isCurrent && 'current',
    isSelected && 'selected',
    dropSide !== undefined && `drop-${dropSide}`,
  ]
  return (
    <tr
      id={elementId}
      data-id={row.id}
      className={classes.filter(Boolean).join(' ')}
      draggable={isDraggable}
      aria-rowindex={rowIndex}
      aria-level={row.level}
      aria-posinset={row.place}
      aria-setsize={row.siblings}
      aria-selected={isSelected}
      {...(branch !== 'none' && { 'aria-expanded': branch === 'open' })}
    >
      <td className="org-outline-name" style={{ paddingLeft: (row.level - 1) * INDENT }}>
        <span>
          <span data-toggle className={`org-toggle org-toggle-${branch}`}>
            <RightOutlined aria-hidden />
          </span>
          <KindIcon kind={item.kind} />
          <span className="org-outline-text" title={item.name}>
            {item.name}
          </span>
          <span className="unseen">{kinds.code(item.kind)}</span>
        </span>
      </td>
      <td className="numeric soft org-outline-wide">{below === 0 ? '' : format.number(below)}</td>
      <td className="numeric org-outline-members">{count(counts?.members)}</td>
      <td className="numeric org-outline-wide">{count(counts?.in_service)}</td>
      <td className="numeric org-outline-wide">{count(counts?.retired)}</td>
    </tr>
  )
}
