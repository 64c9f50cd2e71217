import type { EChartsCoreOption } from 'echarts/core'
import { LATE_ENTRY, RECORDED } from './hours-colours'

interface HoursOfMonth {
  readonly month: string
  readonly recorded: number
  readonly lateEntry: number
}

interface HoursPicture {
  readonly months: readonly HoursOfMonth[]
  readonly names: { readonly recorded: string; readonly late_entry: string }
  readonly locale: string
  readonly line: string
}

const HATCH = {
  symbol: 'rect',
  color: '#ffffff',
  dashArrayX: [1, 0],
  dashArrayY: [2, 4],
  rotation: -Math.PI / 4,
}

/** A pattern that is not seen: without one of its own a series is given ECharts' first. */
const SOLID = { color: 'rgba(0, 0, 0, 0)' }

/** Minutes as hours with one digit: the picture compares, the table is exact. */
const hoursOf = (minutes: number) => Math.round(minutes / 6) / 10

/** The bars: recorded hours solid below, late entries hatched above. */
export function hoursOption({ months, names, locale, line }: HoursPicture): EChartsCoreOption {
  const label = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' })
  const year = new Intl.DateTimeFormat(locale, { year: 'numeric', timeZone: 'UTC' })
  const named = (month: string, index: number) => {
    const first = new Date(`${month}-01T00:00:00Z`)
    const isNewYear = index === 0 || month.endsWith('-01')
    return isNewYear ? `${label.format(first)}\n${year.format(first)}` : label.format(first)
  }
  const bars = { type: 'bar', stack: 'hours', barMaxWidth: 36 }
  return {
    aria: { enabled: true, decal: { show: true } },
    grid: { top: 32, right: 8, bottom: 4, left: 4, containLabel: true },
    legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 14 },
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
    xAxis: {
      type: 'category',
      data: months.map(({ month }, index) => named(month, index)),
      axisTick: { show: false },
      axisLabel: { interval: 'auto', hideOverlap: true },
    },
    yAxis: { type: 'value', splitLine: { lineStyle: { color: line } } },
    series: [
      {
        ...bars,
        name: names.recorded,
        data: months.map(({ recorded }) => hoursOf(recorded)),
        itemStyle: { color: RECORDED, decal: SOLID },
      },
      {
        ...bars,
        name: names.late_entry,
        data: months.map(({ lateEntry }) => hoursOf(lateEntry)),
        itemStyle: { color: LATE_ENTRY, decal: HATCH },
      },
    ],
  }
}
