import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { ApiError } from '@/shared/api/problem'
import { PageHeader } from '../components/PageHeader'
import { ProblemAlert } from '../components/ProblemAlert'
import { useText } from '../i18n/use-text'
import { layoutText } from './layout-text'
import { NotFoundPage } from './NotFoundPage'

export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const t = useText(layoutText)
  const router = useRouter()
  const boundary = useQueryErrorResetBoundary()
  if (error instanceof ApiError && error.status === 404) return <NotFoundPage />
  const retry = () => {
    boundary.reset()
    reset()
    void router.invalidate()
  }
  return (
    <div className="page page-narrow">
      <PageHeader title={t('failed_title')} />
      <ProblemAlert error={error} onRetry={retry} />
    </div>
  )
}
