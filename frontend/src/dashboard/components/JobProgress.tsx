import { Progress } from 'antd'
import { useEffect, useEffectEvent } from 'react'
import { problemFrom } from '@/shared/api/problem'
import type { Translate } from '@/shared/i18n/translate'
import { useText } from '../i18n/use-text'
import { componentsText } from './components-text'
import { isOver, type Job, useJob } from './job-query'
import { ProblemAlert } from './ProblemAlert'

interface JobProgressProps {
  readonly jobId: string
  readonly label: string
  /** Called once, with a job that has succeeded or failed. */
  readonly onOver?: (job: Job) => void
}

export function JobProgress({ jobId, label, onOver }: JobProgressProps) {
  const t = useText(componentsText)
  const { data: job, error, refetch } = useJob(jobId)
  const over = job !== undefined && isOver(job)
  const report = useEffectEvent(() => {
    if (job !== undefined) onOver?.(job)
  })
  useEffect(() => {
    if (over) report()
  }, [over])

  if (job === undefined) {
    return error === null ? (
      <Progress percent={0} aria-label={label} />
    ) : (
      <ProblemAlert error={error} onRetry={() => void refetch()} />
    )
  }
  if (job.state === 'failed') return <ProblemAlert error={problemFrom(job.problem)} />
  return (
    <div className="job">
      <Progress
        percent={percent(job)}
        aria-label={label}
        showInfo={false}
        status={over ? 'success' : 'active'}
      />
      <p role="status" className="soft">
        {job.message || jobText(job, t)}
      </p>
    </div>
  )
}

function percent({ state, done, total }: Job): number {
  if (state === 'succeeded') return 100
  return total === null || total === 0 ? 0 : Math.min(100, Math.floor((100 * done) / total))
}

function jobText({ state, done, total }: Job, t: Translate<typeof componentsText>): string {
  if (state === 'queued') return t('job_queued')
  if (state === 'succeeded') return t('job_succeeded')
  return total === null || total === 0 ? t('job_running_open') : t('job_running', { done, total })
}
