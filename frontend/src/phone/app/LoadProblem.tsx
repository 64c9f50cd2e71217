import { ApiError } from '@/shared/api/problem'
import { phoneText } from './phone-text'
import { useText } from './use-text'

interface LoadProblemProps {
  readonly error: unknown
  readonly onRetry?: () => void
}

export function LoadProblem({ error, onRetry }: LoadProblemProps) {
  const t = useText(phoneText)
  return (
    <div className="problem" role="alert">
      <p>{problemText()}</p>
      {onRetry !== undefined && (
        <button type="button" onClick={onRetry}>
          {t('retry')}
        </button>
      )}
    </div>
  )

  function problemText(): string {
    if (!(error instanceof ApiError)) return t('failed')
    if (error.status === 0) return t('network')
    return error.detail || error.title || t('failed')
  }
}
