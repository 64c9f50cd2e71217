import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useFormat } from '../../../app/use-format'
import { useCan } from '../../../auth/session-query'
import { ProblemAlert } from '../../../components/ProblemAlert'
import { useText } from '../../../i18n/use-text'
import type { Batch } from '../secretary-types'
import { BatchActions } from './BatchActions'
import { BatchCounts } from './BatchCounts'
import { EditBatchButton } from './NewBatchButton'
import { batchQuery } from './nomination-queries'
import { nominationsText } from './nominations-text'

interface BatchPanelProps {
  readonly id: string
  readonly onLeave: () => void
}

/** One batch above its nominees, with what can be done with all of them. */
export function BatchPanel({ id, onLeave }: BatchPanelProps) {
  const t = useText(nominationsText)
  const batch = useQuery(batchQuery(id))
  if (batch.isError) return <ProblemAlert error={batch.error} onRetry={() => void batch.refetch()} />
  return (
    <section className="nomination-batch" aria-label={t('batch')}>
      {batch.data !== undefined && <BatchDetails batch={batch.data} />}
      <Button type="link" className="nomination-batch-leave" onClick={onLeave}>
        {t('batch_leave')}
      </Button>
    </section>
  )
}

function BatchDetails({ batch }: { readonly batch: Batch }) {
  const t = useText(nominationsText)
  const can = useCan()
  const format = useFormat()
  const { title, organisation_name: organisation, nominations: count, election_on } = batch
  const facts =
    election_on === null
      ? t('batch_facts_undated', { organisation, count })
      : t('batch_facts', { organisation, count, date: format.date(election_on) })
  return (
    <>
      <h2>{t('batch_one', { title })}</h2>
      <p className="soft">{facts}</p>
      <BatchCounts counts={batch.counts} />
      <div className="nomination-batch-actions">
        <BatchActions batch={batch} />
        {can('nominations.prepare') && <EditBatchButton batch={batch} />}
      </div>
    </>
  )
}
