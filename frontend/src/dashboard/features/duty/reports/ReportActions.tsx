import { App } from 'antd'
import { ConfirmButton } from '../../../components/ConfirmButton'
import { useText } from '../../../i18n/use-text'
import type { DutyReportAction, DutyReportOut } from '../duty-types'
import { useActOnReport } from './report-queries'
import { reportsText } from './reports-text'

const ACTS = ['accept', 'present', 'return'] as const satisfies readonly DutyReportAction[]

/** What those who run the round may do with a report now. */
export function ReportActions({ report }: { readonly report: DutyReportOut }) {
  const shown = ACTS.filter((action) => report.allowed_actions.includes(action))
  return shown.map((action) => (
    <ActButton key={action} action={action} report={report} isPrimary={action === shown[0]} />
  ))
}

interface ActButtonProps {
  readonly action: (typeof ACTS)[number]
  readonly report: Pick<DutyReportOut, 'id' | 'name'>
  readonly isPrimary: boolean
}

export function ActButton({ action, report: { id, name }, isPrimary }: ActButtonProps) {
  const t = useText(reportsText)
  const { message } = App.useApp()
  const act = useActOnReport(id)
  return (
    <ConfirmButton
      label={t(action)}
      title={t(`${action}_title`, { name })}
      description={t(`${action}_text`)}
      reason={action === 'return' ? 'required' : 'none'}
      {...(isPrimary && action !== 'return' && { type: 'primary' as const })}
      onConfirm={async (reason) => {
        await act.mutateAsync({ action, ...(reason !== '' && { reason }) })
        void message.success(t(`${action}_done`))
      }}
    />
  )
}
