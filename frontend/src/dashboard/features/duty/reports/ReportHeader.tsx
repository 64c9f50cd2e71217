import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { daysBetween } from '@/shared/format/format'
import { useSettings } from '../../../app/settings-query'
import { useFormat } from '../../../app/use-format'
import { DownloadButton } from '../../../components/DownloadButton'
import { HistoryButton } from '../../../components/HistoryDrawer'
import { PageHeader } from '../../../components/PageHeader'
import { useText } from '../../../i18n/use-text'
import { useRecordWords } from '../../../records/use-record-words'
import { reportStatesText } from '../duty-text'
import type { DutyReportOut } from '../duty-types'
import { ReportStateTag } from '../ReportStateTag'
import { reportPath } from './report-queries'
import { reportsText } from './reports-text'

interface ReportHeaderProps {
  readonly report: DutyReportOut
  /** The acts that are offered now. */
  readonly children: ReactNode
}

/** Whose report, of which round, how far and until when. */
export function ReportHeader({ report, children }: ReportHeaderProps) {
  const t = useText(reportsText)
  const states = useText(reportStatesText)
  const words = useRecordWords()
  const { id, name, organisation_name, round, state, late } = report
  return (
    <PageHeader
      title={t('title', { name })}
      parent={{ to: '/duty/reports', label: t('list') }}
      meta={<ReportStateTag state={state} late={late} />}
      description={
        <>
          <Link to="/duty/rounds/$roundId" params={{ roundId: round.id }}>
            {round.title}
          </Link>{' '}
          · {organisation_name} · <When report={report} />
        </>
      }
      actions={
        <>
          {children}
          {!report.text_withheld && (
            <>
              <DownloadButton
                label={t('word')}
                path={`${reportPath(id)}/document`}
                query={{ format: 'docx' }}
              />
              <DownloadButton
                label={t('pdf')}
                path={`${reportPath(id)}/document`}
                query={{ format: 'pdf' }}
              />
            </>
          )}
          <HistoryButton
            path={`${reportPath(id)}/history`}
            names={{ action: words.action, state: states.code }}
          />
        </>
      }
    />
  )
}

function When({ report }: Pick<ReportHeaderProps, 'report'>) {
  const t = useText(reportsText)
  const format = useFormat()
  const { today } = useSettings()
  const { round, state, first_submitted_at } = report
  const isOwed = state === 'draft' || state === 'returned'
  if (!isOwed && first_submitted_at !== null) {
    return t('submitted_on', { at: format.dateTime(first_submitted_at) })
  }
  const days = daysBetween(today, round.report_due_on)
  const left =
    days > 0
      ? t('days_left', { count: days })
      : days === 0
        ? t('due_today')
        : t('days_over', { count: -days })
  return t('due', { date: format.date(round.report_due_on), left })
}
