import { useQuery } from '@tanstack/react-query'
import { problemFrom } from '@/shared/api/problem'
import type { ImportOut } from '@/shared/api/schema.gen'
import { ProblemAlert } from '../../components/ProblemAlert'
import { stageOf } from './import-stage'
import { importJobQuery } from './imports-query'

/** Why the last check or commit did not come to its end, until the import is changed. */
export function LastFailure({ imported }: { readonly imported: ImportOut }) {
  const stage = stageOf(imported)
  const isOpen = stage === 'mapping' || stage === 'result'
  return isOpen && imported.job_id !== null ? (
    <FailureOf jobId={imported.job_id} since={imported.updated_at} />
  ) : null
}

function FailureOf({ jobId, since }: { readonly jobId: string; readonly since: string }) {
  const { data: job } = useQuery(importJobQuery(jobId))
  if (job === undefined || job.state !== 'failed') return null
  return Date.parse(job.updated_at) < Date.parse(since) ? null : (
    <ProblemAlert error={problemFrom(job.problem)} />
  )
}
