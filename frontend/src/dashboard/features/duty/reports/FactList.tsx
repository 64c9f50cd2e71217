import { Button } from 'antd'
import { useFormat } from '../../../app/use-format'
import { useText } from '../../../i18n/use-text'
import type { FactOut } from '../duty-types'
import { reportsText } from './reports-text'

interface FactListProps {
  readonly facts: readonly FactOut[]
  /** The section into which one goes; nothing is inserted where the report is only read. */
  readonly target?: string
  readonly onInsert?: (fact: FactOut) => void
}

/** What the system knows of the year, each with what it counts. */
export function FactList({ facts, target, onInsert }: FactListProps) {
  const t = useText(reportsText)
  if (facts.length === 0) return <p className="soft">{t('facts_none')}</p>
  return (
    <>
      {onInsert !== undefined && (
        <p className="soft fact-hint">
          {t('facts_hint')}
          {target !== undefined && <strong> → {target}</strong>}
        </p>
      )}
      <ul className="fact-list">
        {facts.map((fact) => (
          <li key={fact.key}>
            <div className="fact-head">
              <strong>{fact.title}</strong>
              {onInsert !== undefined && (
                <Button
                  size="small"
                  aria-label={t('insert_of', { title: fact.title })}
                  // The caret stays in the text: the button does not take the focus from it.
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => onInsert(fact)}
                >
                  {t('insert')}
                </Button>
              )}
            </div>
            <p>{fact.value}</p>
            <p className="soft fact-detail">{fact.detail}</p>
            {fact.rows.length > 0 && <FactRows rows={fact.rows} />}
          </li>
        ))}
      </ul>
    </>
  )
}

function FactRows({ rows }: Pick<FactOut, 'rows'>) {
  const t = useText(reportsText)
  const format = useFormat()
  return (
    <details className="fact-rows">
      <summary>{t('fact_rows', { count: rows.length })}</summary>
      <ul>
        {rows.map(({ on, title, value }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what a fact counts has no name of its own.
          <li key={place}>
            <span>{title}</span>
            <span className="soft numeric">
              {[on === null ? '' : format.date(on), value].filter((part) => part !== '').join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
