import { Alert, Button } from 'antd'
import { ApiError } from '@/shared/api/problem'
import type { Translate } from '@/shared/i18n/translate'
import { useText } from '../i18n/use-text'
import { wordsText } from '../i18n/words-text'
import { componentsText } from './components-text'

interface ProblemAlertProps {
  readonly error: unknown
  readonly onRetry?: () => void
}

/** What went wrong and what to do, in the server's words where it has sent some. */
export function ProblemAlert({ error, onRetry }: ProblemAlertProps) {
  const t = useText(componentsText)
  const words = useText(wordsText)
  const { title, detail, requestId } = describe(error, t)
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      className="problem"
      title={title}
      description={
        <>
          <p>{detail}</p>
          {requestId !== '' && (
            <p className="problem-reference">{t('problem_reference', { id: requestId })}</p>
          )}
        </>
      }
      action={
        onRetry !== undefined && (
          <Button size="small" onClick={onRetry}>
            {words('retry')}
          </Button>
        )
      }
    />
  )
}

interface Description {
  readonly title: string
  readonly detail: string
  readonly requestId: string
}

function describe(error: unknown, t: Translate<typeof componentsText>): Description {
  if (!(error instanceof ApiError)) {
    return { title: t('problem_unknown_title'), detail: t('problem_unknown'), requestId: '' }
  }
  if (error.status === 0) {
    return { title: t('problem_network_title'), detail: t('problem_network'), requestId: '' }
  }
  const title = error.title || t('problem_unknown_title')
  const detail =
    error.status === 412 ? t('problem_stale') : error.detail || (error.title ? '' : t('problem_unknown'))
  return { title, detail, requestId: error.status >= 500 ? error.requestId : '' }
}
