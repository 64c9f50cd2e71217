import { useQuery, useQueryClient } from '@tanstack/react-query'
import { JobProgress } from '../../components/JobProgress'
import { useText } from '../../i18n/use-text'
import { importJobQuery } from './imports-query'
import { resultText } from './imports-text'

export function ImportJob({ jobId }: { readonly jobId: string }) {
  const t = useText(resultText)
  const queries = useQueryClient()
  const { data: job } = useQuery(importJobQuery(jobId))
  const label = t(job?.kind === 'import.commit' ? 'writing' : 'checking')
  return (
    <section className="imports-job" aria-label={label}>
      <h2>{label}</h2>
      {/* A commit touches rosters, the tree and every figure: all that is shown is read anew. */}
      <JobProgress jobId={jobId} label={label} onOver={() => void queries.invalidateQueries()} />
      <p className="soft">{t('busy_hint')}</p>
    </section>
  )
}
