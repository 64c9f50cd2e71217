import type { EChartsCoreOption } from 'echarts/core'
import { useEffect, useRef } from 'react'
import { chartPalette, palette } from '../app/palette'
import { FONT_STACK } from '../app/theme'
import { init } from './echarts'

interface ChartCanvasProps {
  readonly option: EChartsCoreOption
  readonly description: string
  readonly height: number
}

export function ChartCanvas({ option, description, height }: ChartCanvasProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (box.current === null) return
    const chart = init(box.current)
    chart.setOption({
      color: [...chartPalette],
      textStyle: { fontFamily: FONT_STACK, color: palette.inkSoft },
      animation: false,
      // ECharts overwrites `aria-label` with a sentence of its own unless it is told ours.
      aria: { enabled: true, label: { description }, decal: { show: seriesOf(option) > 1 } },
      ...option,
    })
    const observer = new ResizeObserver(() => chart.resize())
    observer.observe(box.current)
    return () => {
      observer.disconnect()
      chart.dispose()
    }
  }, [option, description])
  return <div ref={box} role="img" className="chart-canvas" style={{ height }} />
}

// Patterns tell series apart without colour; a single one needs none.
function seriesOf({ series }: EChartsCoreOption): number {
  return Array.isArray(series) ? series.length : 1
}
