import { useQuery } from '@tanstack/react-query'
import { ListFace } from '../../../components/ListFace'
import { PageHeader } from '../../../components/PageHeader'
import { useText } from '../../../i18n/use-text'
import { ReportReading } from './ReportReading'
import { ReportWriter } from './ReportWriter'
import { reportQuery } from './report-queries'
import { reportsText } from './reports-text'
import '../duty.css'
import './reports.css'
import './comments.css'

/** Written by those whose report it is while it is open, read by everybody else. */
export function ReportPage({ id }: { readonly id: string }) {
  const t = useText(reportsText)
  const report = useQuery(reportQuery(id))
  if (report.data !== undefined) {
    return report.data.editable ? (
      <ReportWriter report={report.data} />
    ) : (
      <ReportReading report={report.data} />
    )
  }
  return (
    <div className="page">
      <PageHeader title={t('list')} parent={{ to: '/duty/reports', label: t('list') }} />
      <ListFace list={report} isEmpty={false} empty={{ title: '' }}>
        {null}
      </ListFace>
    </div>
  )
}
