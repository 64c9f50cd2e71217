import { App } from 'antd'
import { ConfirmButton } from '../../../components/ConfirmButton'
import { DownloadButton } from '../../../components/DownloadButton'
import { HistoryButton } from '../../../components/HistoryDrawer'
import { useText } from '../../../i18n/use-text'
import { useRecordWords } from '../../../records/use-record-words'
import type { Inspection, InspectionAction } from '../secretary-types'
import { historyPath, reportPath, useActOnInspection } from './inspection-queries'
import { inspectionStatesText, inspectionsText } from './inspections-text'

interface InspectionActionsProps {
  readonly inspection: Inspection
  /** What is being written is saved before it is handed in. */
  readonly onBeforeReport: () => Promise<void>
}

const ACTIONS: readonly InspectionAction[] = ['start', 'report', 'conclude', 'return']

export function InspectionActions({ inspection, onBeforeReport }: InspectionActionsProps) {
  const t = useText(inspectionsText)
  const words = useRecordWords()
  const states = useText(inspectionStatesText)
  const { id, allowed_actions: allowed } = inspection
  return (
    <>
      {ACTIONS.filter((action) => allowed.includes(action)).map((action) => (
        <ActionButton key={action} action={action} inspection={inspection} onBeforeReport={onBeforeReport} />
      ))}
      <DownloadButton label={t('report_word')} path={reportPath(id)} query={{ format: 'docx' }} />
      <DownloadButton label={t('report_pdf')} path={reportPath(id)} query={{ format: 'pdf' }} />
      <HistoryButton path={historyPath(id)} names={{ action: words.action, state: states.code }} />
    </>
  )
}

interface ActionButtonProps extends InspectionActionsProps {
  readonly action: InspectionAction
}

function ActionButton({ action, inspection, onBeforeReport }: ActionButtonProps) {
  const t = useText(inspectionsText)
  const { message } = App.useApp()
  const act = useActOnInspection(inspection.id)
  const { name, finding } = inspection
  return (
    <ConfirmButton
      label={t(action)}
      title={t(`${action}_title`, { name })}
      description={t(`${action}_text`, { finding: finding === null ? t('not_written') : t(finding) })}
      reason={action === 'return' ? 'required' : 'none'}
      {...(action !== 'return' && { type: 'primary' as const })}
      onConfirm={async (reason) => {
        if (action === 'report') await onBeforeReport()
        await act.mutateAsync({ action, ...(reason !== '' && { reason }) })
        void message.success(t(`${action}_done`))
      }}
    />
  )
}
