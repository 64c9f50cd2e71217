import { useText } from '../../../i18n/use-text'
import { reportsText } from './reports-text'

interface LengthAdviceProps {
  readonly count: number
  readonly advised: number | null
}

const MUCH_LONGER = 1.3

/** How much is written of what is advised; nothing is refused. */
export function LengthAdvice({ count, advised }: LengthAdviceProps) {
  const t = useText(reportsText)
  const isLong = advised !== null && count > advised * MUCH_LONGER
  const share = advised === null ? 0 : Math.min(1, count / advised)
  return (
    <p className="report-length">
      {advised !== null && (
        <span className="report-length-bar" aria-hidden="true">
          <span style={{ width: `${share * 100}%` }} />
        </span>
      )}
      <span className="numeric">
        {t('written', { count })}
        {advised !== null && ` · ${t('advised', { count: advised })}`}
      </span>
      {isLong && <span className="report-long">{t('too_long')}</span>}
    </p>
  )
}
