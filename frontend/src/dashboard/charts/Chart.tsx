import { Button, Skeleton } from 'antd'
import type { EChartsCoreOption } from 'echarts/core'
import { lazy, Suspense, useState } from 'react'
import { componentsText } from '../components/components-text'
import { useText } from '../i18n/use-text'
import { ChartTable, type ChartTableContent } from './ChartTable'

const ChartCanvas = lazy(async () => ({ default: (await import('./ChartCanvas')).ChartCanvas }))

interface ChartProps {
  readonly title: string
  /** One sentence that says what the picture shows, for those who do not see it. */
  readonly description: string
  /** Keep it stable (`useMemo`): a new object draws the picture anew. */
  readonly option: EChartsCoreOption
  /** The same numbers in rows. */
  readonly table: ChartTableContent
  readonly height?: number
}

/** A picture of numbers, and its numbers one click away. ECharts is fetched with the first of them. */
export function Chart({ title, description, option, table, height = 240 }: ChartProps) {
  const t = useText(componentsText)
  const [face, setFace] = useState<'picture' | 'table'>('picture')
  const isPicture = face === 'picture'
  return (
    <figure className="chart">
      <figcaption>
        <span>{title}</span>
        <Button type="text" size="small" onClick={() => setFace(isPicture ? 'table' : 'picture')}>
          {isPicture ? t('show_table') : t('show_picture')}
        </Button>
      </figcaption>
      {isPicture ? (
        // What stands below must not move when the picture comes.
        <div style={{ minHeight: height }}>
          <Suspense fallback={<Skeleton active title={false} paragraph={{ rows: 5 }} />}>
            <ChartCanvas option={option} description={description} height={height} />
          </Suspense>
        </div>
      ) : (
        <ChartTable caption={description} {...table} />
      )}
    </figure>
  )
}
