import type { ImportOut } from '@/shared/api/schema.gen'
import { useFormat } from '../../app/use-format'
import { useText } from '../../i18n/use-text'
import { resultText } from './imports-text'

const FIGURES = ['rows_new', 'rows_changed', 'rows_same', 'rows_faulty'] as const

export function ResultFigures({ imported }: { readonly imported: ImportOut }) {
  const t = useText(resultText)
  const format = useFormat()
  return (
    <section aria-label={t('result')}>
      <dl className="imports-figures">
        {FIGURES.map((figure) => (
          <div key={figure} className={imported[figure] === 0 ? 'imports-figure-none' : undefined}>
            <dt>{t(figure)}</dt>
            <dd>{format.number(imported[figure])}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
