import { chartPalette } from '../app/palette'
import { useFormat } from '../app/use-format'

export interface BarPart {
  readonly key: string
  readonly label: string
  readonly value: number
  /** Red, with the words beside it: only for what is overdue. */
  readonly isOverdue?: boolean
}

interface StackedBarProps {
  readonly parts: readonly BarPart[]
}

/** Parts of one whole as a bar; the list below it is its table. */
export function StackedBar({ parts }: StackedBarProps) {
  const format = useFormat()
  const shown = parts.filter(({ value }) => value > 0)
  const colour = (part: BarPart) =>
    part.isOverdue === true ? 'var(--red)' : chartPalette[shown.indexOf(part) % chartPalette.length]
  return (
    <div className="stacked">
      <div className="stacked-bar" aria-hidden="true">
        {shown.map((part) => (
          <span key={part.key} style={{ flexGrow: part.value, background: colour(part) }} />
        ))}
      </div>
      <dl>
        {shown.map((part) => (
          <div key={part.key}>
            <dt>
              <i style={{ background: colour(part) }} aria-hidden="true" />
              {part.label}
            </dt>
            <dd>{format.number(part.value)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
