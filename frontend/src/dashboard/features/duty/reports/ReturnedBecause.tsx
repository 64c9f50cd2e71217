import { useInfiniteQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { historyQuery } from '../../../components/history-query'
import { useText } from '../../../i18n/use-text'
import type { DutyReportOut } from '../duty-types'
import { reportPath } from './report-queries'
import { reportsText } from './reports-text'

/** Why the report came back. */
export function ReturnedBecause({ report: { id, state } }: { readonly report: DutyReportOut }) {
  const t = useText(reportsText)
  const isReturned = state === 'returned'
  const list = useInfiniteQuery({ ...historyQuery(`${reportPath(id)}/history`), enabled: isReturned })
  const entry = list.data?.pages
    .flatMap(({ items }) => items)
    .find(({ action }) => action === 'duty_report.return')
  if (!isReturned || entry === undefined) return null
  return (
    <Alert
      type="warning"
      showIcon
      className="problem"
      title={t('returned_because', { reason: entry.reason ?? '' })}
    />
  )
}
