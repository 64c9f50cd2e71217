import { chartPalette } from '../../app/palette'
import { useFormat } from '../../app/use-format'
import { useText } from '../../i18n/use-text'
import { reportStatesText } from './duty-text'
import type { BoardState } from './duty-types'

/** In the order of the way. */
export const REPORT_STATES = [
  'not_started',
  'draft',
  'returned',
  'submitted',
  'accepted',
  'presented',
] as const satisfies readonly BoardState[]

/** What is done is dark, what is owed is light: the bar fills from the left. */
const COLOURS: Readonly<Record<BoardState, string>> = {
  presented: chartPalette[0],
  accepted: chartPalette[3],
  submitted: chartPalette[5],
  returned: chartPalette[4],
  draft: chartPalette[2],
  not_started: '#e4e1da',
}

const FROM_THE_LEFT = [...REPORT_STATES].reverse()

interface ReportCountsProps {
  readonly counts: Readonly<Partial<Record<BoardState, number>>>
  /** Without the legend, where many stand below each other. */
  readonly isSmall?: boolean
  readonly chosen?: string | undefined
  readonly onChoose?: (state: BoardState | undefined) => void
}

/** Participants by how far their reports are, as one bar; its legend is its table. */
export function ReportCounts({ counts, isSmall = false, chosen, onChoose }: ReportCountsProps) {
  const t = useText(reportStatesText)
  const format = useFormat()
  const parts = FROM_THE_LEFT.map((state) => ({ state, value: counts[state] ?? 0 }))
  const shown = parts.filter(({ value }) => value > 0)
  const sentence = shown.map(({ state, value }) => `${t(state)} ${format.number(value)}`).join(' · ')
  return (
    <div className={isSmall ? 'duty-counts duty-counts-small' : 'duty-counts'}>
      <div className="stacked-bar" role="img" aria-label={sentence}>
        {shown.map(({ state, value }) => (
          <span key={state} style={{ flexGrow: value, background: COLOURS[state] }} />
        ))}
      </div>
      {!isSmall && (
        <ul className="duty-legend">
          {parts.map(({ state, value }) => (
            <li key={state}>
              <LegendPart
                label={t(state)}
                value={format.number(value)}
                colour={COLOURS[state]}
                isChosen={chosen === state}
                {...(onChoose !== undefined && {
                  onChoose: () => onChoose(chosen === state ? undefined : state),
                })}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

interface LegendPartProps {
  readonly label: string
  readonly value: string
  readonly colour: string
  readonly isChosen: boolean
  readonly onChoose?: () => void
}

function LegendPart({ label, value, colour, isChosen, onChoose }: LegendPartProps) {
  const content = (
    <>
      <i style={{ background: colour }} aria-hidden="true" />
      {label}
      <strong>{value}</strong>
    </>
  )
  if (onChoose === undefined) return <span className="duty-legend-part">{content}</span>
  return (
    <button type="button" className="duty-legend-part" aria-pressed={isChosen} onClick={onChoose}>
      {content}
    </button>
  )
}
