import { useMemo } from 'react'
import { NOTHING } from '@/shared/format/format'
import { Chart } from '../../../charts/Chart'
import { useText } from '../../../i18n/use-text'
import { resultsText } from './results-text'
import { type SpreadRow, spreadOption } from './spread-option'

const ROW_HEIGHT = 62

interface SpreadChartProps {
  /** Keep it stable (`useMemo`). */
  readonly rows: readonly SpreadRow[]
  readonly description: string
  /** Whether the picture is about one of the class. */
  readonly hasOwn?: boolean
}

/** Pixels of a picture with so many rows. */
export function spreadHeight(rows: number): number {
  return rows * ROW_HEIGHT + 28
}

/** Scores as dots over the class's spread, and the same as a table. */
export function SpreadChart({ rows, description, hasOwn = false }: SpreadChartProps) {
  const t = useText(resultsText)
  const option = useMemo(() => spreadOption({ rows, description }), [rows, description])
  const columns = ['lowest', 'lower_quartile', 'median', 'upper_quartile', 'highest'] as const
  return (
    <Chart
      title={t('spread')}
      description={description}
      option={option}
      height={spreadHeight(rows.length)}
      table={{
        head: [t('group'), ...(hasOwn ? [t('own')] : []), t('n'), ...columns.map((column) => t(column))],
        rows: rows.map(({ label, own, spread }) => [
          label,
          ...(hasOwn ? [own ?? NOTHING] : []),
          spread?.n ?? NOTHING,
          ...columns.map((column) => spread?.[column] ?? NOTHING),
        ]),
      }}
    />
  )
}
