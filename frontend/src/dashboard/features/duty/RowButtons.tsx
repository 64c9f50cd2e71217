import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons'
import { Button } from 'antd'

interface RowButtonsProps {
  /** Each names what it moves or removes. */
  readonly words: { readonly up: string; readonly down: string; readonly remove: string }
  readonly place: number
  readonly count: number
  readonly isFrozen?: boolean
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}

/** Order and removal of one part of a list. */
export function RowButtons({ words, place, count, isFrozen = false, onMove, onRemove }: RowButtonsProps) {
  return (
    <span className="scheme-row-buttons">
      <Button
        type="text"
        size="small"
        icon={<ArrowUpOutlined aria-hidden />}
        aria-label={words.up}
        disabled={isFrozen || place === 0}
        onClick={() => onMove(-1)}
      />
      <Button
        type="text"
        size="small"
        icon={<ArrowDownOutlined aria-hidden />}
        aria-label={words.down}
        disabled={isFrozen || place === count - 1}
        onClick={() => onMove(1)}
      />
      <Button
        type="text"
        size="small"
        icon={<DeleteOutlined aria-hidden />}
        aria-label={words.remove}
        disabled={isFrozen || count === 1}
        onClick={onRemove}
      />
    </span>
  )
}
