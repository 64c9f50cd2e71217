import { createFileRoute } from '@tanstack/react-router'
import { ReportPage } from '../../features/duty/reports/ReportPage'
import { reportQuery } from '../../features/duty/reports/report-queries'

export const Route = createFileRoute('/_staff/duty/reports/$reportId')({
  loader: ({ context, params }) => {
    void context.queryClient.prefetchQuery(reportQuery(params.reportId))
  },
  component: Report,
})

function Report() {
  const { reportId } = Route.useParams()
  return <ReportPage key={reportId} id={reportId} />
}
