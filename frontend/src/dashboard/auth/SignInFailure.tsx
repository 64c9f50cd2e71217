import { Alert } from 'antd'
import type { ApiError } from '@/shared/api/problem'
import { ProblemAlert } from '../components/ProblemAlert'
import { useText } from '../i18n/use-text'
import { authText } from './auth-text'
import { clockText, useCountdown } from './use-countdown'

interface SignInFailureProps {
  readonly failure: ApiError
}

export function SignInFailure({ failure }: SignInFailureProps) {
  if (failure.status === 429) return <LockedOut seconds={failure.retryAfterSeconds ?? 0} />
  return <ProblemAlert error={failure} />
}

function LockedOut({ seconds }: { readonly seconds: number }) {
  const t = useText(authText)
  const left = useCountdown(seconds)
  if (seconds > 0 && left === 0) return null
  return (
    <Alert
      type="error"
      showIcon
      title={t('locked')}
      description={left > 0 ? t('locked_wait', { time: clockText(left) }) : t('locked_unknown')}
    />
  )
}
