import { App } from 'antd'
import { useSettings } from '../../../app/settings-query'
import { useCan } from '../../../auth/session-query'
import { ConfirmButton } from '../../../components/ConfirmButton'
import { useText } from '../../../i18n/use-text'
import type { DutyReportOut } from '../duty-types'
import type { Autosave } from './autosave'
import { lengthOf } from './report-blocks'
import type { Written } from './report-draft'
import { useActOnReport } from './report-queries'
import { reportsText } from './reports-text'

interface SubmitButtonProps {
  readonly report: DutyReportOut
  readonly written: Written
  readonly autosave: Autosave
}

/** Hands the report in, once everything that was written is saved. */
export function SubmitButton({ report, written, autosave }: SubmitButtonProps) {
  const t = useText(reportsText)
  const can = useCan()
  const { today } = useSettings()
  const { message } = App.useApp()
  const act = useActOnReport(report.id)
  if (!report.allowed_actions.includes('submit')) {
    return can('duty_reports.submit') ? null : <span className="soft">{t('clerk_hint')}</span>
  }
  const empty = report.report_sections.filter(({ key }) => lengthOf(written.sections[key] ?? []) === 0)
  const count = Object.values(written.sections).reduce((sum, blocks) => sum + lengthOf(blocks), 0)
  const isLate = report.first_submitted_at === null && today > report.round.report_due_on
  return (
    <ConfirmButton
      type="primary"
      label={t('submit')}
      title={t('submit_title')}
      description={
        <>
          <p>{t('submit_text', { count, files: written.files.length })}</p>
          {empty.length > 0 && (
            <p className="duty-bar-fault">
              {t('submit_empty', { titles: empty.map(({ title }) => title).join('、') })}
            </p>
          )}
          {isLate && <p>{t('submit_late')}</p>}
        </>
      }
      onConfirm={async () => {
        if (!(await autosave.flush())) {
          void message.error(t('submit_unsaved'))
          return
        }
        await act.mutateAsync({ action: 'submit' })
        void message.success(t('submit_done'))
      }}
    />
  )
}
