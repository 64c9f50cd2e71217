import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useLocale } from '../../../app/locale'
import { PHONE_WIDE, useMedia } from '../../../app/use-media'
import { ProblemAlert } from '../../../components/ProblemAlert'
import { useDebounced } from '../../../components/use-debounced'
import { useText } from '../../../i18n/use-text'
import type { Scheme, SchemeExampleOut } from '../duty-types'
import { exampleQuery } from './scheme-queries'
import { schemeText } from './scheme-text'

interface ExamplePanelProps {
  readonly scheme: Scheme
  /** Whether the server would take it: it is not asked otherwise. */
  readonly isSound: boolean
}

const AFTER_TYPING = 400

/** A made-up secretary, scored as one edits. */
export function ExamplePanel({ scheme, isSound }: ExamplePanelProps) {
  const t = useText(schemeText)
  const settled = useDebounced(scheme, AFTER_TYPING)
  const example = useQuery(exampleQuery(settled, isSound && settled === scheme))
  const isStale = !isSound || settled !== scheme || example.isFetching
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the keyboard cannot scroll the sum.
    <aside className="scheme-example" aria-labelledby="scheme-example" aria-busy={isStale} tabIndex={0}>
      <h2 id="scheme-example">{t('example')}</h2>
      {!isSound && <p className="soft">{t('example_waiting')}</p>}
      {example.isError && isSound && <ProblemAlert error={example.error} />}
      {example.data === undefined && isSound && !example.isError && (
        <Skeleton active paragraph={{ rows: 6 }} />
      )}
      {example.data !== undefined && <Worked scheme={settled} example={example.data} isStale={isStale} />}
    </aside>
  )
}

interface WorkedProps {
  readonly scheme: Scheme
  readonly example: SchemeExampleOut
  readonly isStale: boolean
}

function Worked({ scheme, example, isStale }: WorkedProps) {
  const t = useText(schemeText)
  const isPhone = useMedia(PHONE_WIDE)
  const [isOpen, setOpen] = useState(false)
  const grade = scheme.grades.find(({ key }) => key === example.grade)?.title
  return (
    <div className={isStale ? 'scheme-stale' : ''}>
      <p className="scheme-outcome" role="status">
        <span>
          {t('example_total')} <strong className="numeric">{example.total ?? t('example_none')}</strong>
        </span>
        {grade !== undefined && (
          <span>
            {t('example_grade')} <strong>{grade}</strong>
          </span>
        )}
        {isPhone && (
          <Button type="link" size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t(isOpen ? 'example_hide' : 'example_show')}
          </Button>
        )}
      </p>
      {(!isPhone || isOpen) && <Lines lines={example.lines} />}
    </div>
  )
}

/** Some steps come to a word, which their sentence has said. */
const NUMBER = /^[\d.]+$/

function Lines({ lines }: Pick<SchemeExampleOut, 'lines'>) {
  const t = useText(schemeText)
  const locale = useLocale()
  return (
    <ol className="scheme-lines" aria-label={t('example_lines')}>
      {lines.map(({ step, zh, en, value }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own and never move.
        <li key={`${step} ${at}`} className={`scheme-line-${step}`}>
          <span>{locale === 'zh-CN' ? zh : en}</span>
          {value !== null && NUMBER.test(value) && <strong className="numeric">{value}</strong>}
        </li>
      ))}
    </ol>
  )
}
