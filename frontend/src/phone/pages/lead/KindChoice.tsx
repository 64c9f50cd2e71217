import type { CheckInType } from '@/shared/api/schema.gen'
import { useText } from '../../app/use-text'
import { leadText } from './lead-text'

interface KindChoiceProps {
  readonly kind: CheckInType
  readonly onChange: (kind: CheckInType) => void
}

const KINDS = ['entry', 'exit'] as const

/** Whether people come or go. */
export function KindChoice({ kind, onChange }: KindChoiceProps) {
  const t = useText(leadText)
  return (
    <fieldset className="chips">
      <legend className="unseen">{t('kind')}</legend>
      {KINDS.map((each) => (
        <button key={each} type="button" aria-pressed={each === kind} onClick={() => onChange(each)}>
          {t(each)}
        </button>
      ))}
    </fieldset>
  )
}
