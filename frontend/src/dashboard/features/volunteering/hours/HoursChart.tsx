import { useMemo } from 'react'
import { palette } from '../../../app/palette'
import { useFormat } from '../../../app/use-format'
import { Chart } from '../../../charts/Chart'
import { useText } from '../../../i18n/use-text'
import { monthsBetween } from '../months'
import { useDuration } from '../use-duration'
import type { HoursSummaryItem } from '../volunteering-types'
import { hoursOption } from './hours-option'
import { figuresText } from './hours-text'

interface HoursChartProps {
  readonly from: string
  readonly until: string
  readonly items: readonly HoursSummaryItem[]
}

/** Hours by month: recorded ones solid, late entries hatched on top. */
export function HoursChart({ from, until, items }: HoursChartProps) {
  const t = useText(figuresText)
  const format = useFormat()
  const duration = useDuration()
  const option = useMemo(() => {
    const names = { recorded: t('recorded'), late_entry: t('late_entry') }
    return hoursOption({ months: monthsOf(from, until, items), names, locale: t.locale, line: palette.line })
  }, [from, until, items, t])
  const months = monthsOf(from, until, items)
  return (
    <Chart
      title={t('chart')}
      description={t('chart_text', { from: format.month(from), until: format.month(until) })}
      option={option}
      height={260}
      table={{
        head: [t('month'), t('recorded'), t('late_entry'), t('pending')],
        rows: months.map((month) => [
          format.month(month.month),
          duration(month.recorded),
          duration(month.lateEntry),
          duration(month.pending),
        ]),
      }}
    />
  )
}

/** A month in which nothing was served has its place, too. */
function monthsOf(from: string, until: string, items: readonly HoursSummaryItem[]) {
  const known = new Map(items.map((item) => [item.month?.slice(0, 7), item]))
  return monthsBetween(from, until).map((month) => {
    const item = known.get(month)
    return {
      month,
      recorded: item?.recorded_minutes ?? 0,
      lateEntry: item?.late_entry_minutes ?? 0,
      pending: item?.pending_minutes ?? 0,
    }
  })
}
