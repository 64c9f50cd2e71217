import type { EChartsCoreOption } from 'echarts/core'
import type { SpreadOut } from '@/shared/api/schema.gen'
import { palette } from '../../../app/palette'

/** One line of the picture: a rater group, or the total. */
export interface SpreadRow {
  readonly label: string
  readonly spread: SpreadOut | null
  /** Everybody's, where all are shown. */
  readonly dots: readonly { readonly name: string; readonly score: string }[]
  /** The one that the picture is about. */
  readonly own: string | null
}

interface SpreadPicture {
  readonly rows: readonly SpreadRow[]
  readonly description: string
}

const BOX = 22
const MARGIN = 1
const STEP = 5
const FEW_STEPS = 8
const FULL = 100
const DOT = 'rgba(47, 111, 143, 0.55)'
const OWN = '#2f6f8f'

interface Place {
  value(dimension: number): number
  coord(point: readonly number[]): number[]
}

/** Dots on a line, over the class's spread: lowest to highest, the middle half, the median. */
export function spreadOption({ rows, description }: SpreadPicture): EChartsCoreOption {
  const spreads = rows.flatMap(({ spread }, row) => (spread === null ? [] : [[row, ...numbersOf(spread)]]))
  const dots = rows.flatMap((row, at) =>
    row.dots.map(({ name, score }) => ({ name, value: [Number(score), at] })),
  )
  const own = rows.flatMap(({ own: score }, at) =>
    score === null ? [] : [{ name: score, value: [Number(score), at] }],
  )
  return {
    aria: { enabled: true, label: { description }, decal: { show: false } },
    grid: { top: 4, right: 24, bottom: 4, left: 4, containLabel: true },
    tooltip: { trigger: 'item', formatter: named },
    xAxis: {
      type: 'value',
      ...boundsOf(rows),
      splitLine: { lineStyle: { color: palette.line } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ label }) => label),
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: { color: palette.ink, width: 110, overflow: 'break' },
    },
    series: [
      {
        type: 'custom',
        data: spreads,
        renderItem: (_: unknown, place: Place) => drawn(place),
        encode: { x: [1, 2, 3, 4, 5], y: 0 },
        silent: true,
        z: 1,
      },
      { type: 'scatter', data: dots, symbolSize: 9, itemStyle: { color: DOT }, z: 2 },
      {
        type: 'scatter',
        data: own,
        symbolSize: 15,
        itemStyle: { color: OWN, borderColor: palette.surface, borderWidth: 2 },
        label: { show: true, position: 'top', formatter: '{b}', color: palette.ink, fontWeight: 600 },
        z: 3,
      },
    ],
  }
}

function numbersOf({ lowest, lower_quartile, median, upper_quartile, highest }: SpreadOut): number[] {
  return [lowest, lower_quartile, median, upper_quartile, highest].map(Number)
}

interface Hovered {
  readonly name: string
  readonly value: readonly number[]
}

function named({ name, value: [score] }: Hovered): string {
  return name === String(score) ? name : `${name} ${score}`
}

/** Whole steps of five around everything that is shown, so that differences are seen. */
function boundsOf(rows: readonly SpreadRow[]): { min: number; max: number; interval: number } {
  const known = rows.flatMap(({ spread, dots, own }) => [
    ...(spread === null ? [] : [spread.lowest, spread.highest]),
    ...dots.map(({ score }) => score),
    ...(own === null ? [] : [own]),
  ])
  const numbers = known.length === 0 ? [0, FULL] : known.map(Number)
  const [lowest, highest] = [Math.min(...numbers), Math.max(...numbers)]
  const min = Math.max(0, Math.floor((lowest - MARGIN) / STEP) * STEP)
  const above = Math.ceil((highest + MARGIN) / STEP) * STEP
  const max = highest <= FULL ? Math.min(above, FULL) : above
  return { min, max, interval: max - min > FEW_STEPS * STEP ? 2 * STEP : STEP }
}

function drawn(place: Place) {
  const row = place.value(0)
  const [lowest, lower, median, upper, highest] = [1, 2, 3, 4, 5].map((at) =>
    place.coord([place.value(at), row]),
  )
  if (!lowest || !lower || !median || !upper || !highest) return undefined
  const [y = 0] = lowest.slice(1)
  const x = (point: readonly number[]) => point[0] ?? 0
  const line = (x1: number, y1: number, x2: number, y2: number, width: number) => ({
    type: 'line',
    shape: { x1, y1, x2, y2 },
    style: { stroke: palette.control, lineWidth: width },
  })
  return {
    type: 'group',
    children: [
      line(x(lowest), y, x(highest), y, 1),
      line(x(lowest), y - BOX / 4, x(lowest), y + BOX / 4, 1),
      line(x(highest), y - BOX / 4, x(highest), y + BOX / 4, 1),
      {
        type: 'rect',
        shape: { x: x(lower), y: y - BOX / 2, width: Math.max(1, x(upper) - x(lower)), height: BOX },
        style: { fill: palette.sunken, stroke: palette.control, lineWidth: 1 },
      },
      line(x(median), y - BOX / 2, x(median), y + BOX / 2, 2),
    ],
  }
}
