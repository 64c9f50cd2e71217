import { useNavigate } from '@tanstack/react-router'
import { App, Form } from 'antd'
import { useCan } from '../../../auth/session-query'
import { DateField } from '../../../components/DateField'
import { FormDialog } from '../../../components/FormDialog'
import { useText } from '../../../i18n/use-text'
import { nominationActionsText } from '../nominations/nomination-actions-text'
import { nominationsText } from '../nominations/nominations-text'
import type { Nomination } from '../secretary-types'
import { useOpenInspection } from './inspection-queries'
import { inspectionsText } from './inspections-text'

interface Values {
  readonly planned_on?: string
}

/** Opens an inspection and goes to it: the first one, or another where the last did not settle the matter. */
export function StartInspectionButton({ nomination }: { readonly nomination: Nomination }) {
  const t = useText(nominationActionsText)
  const words = useText(nominationsText)
  const fields = useText(inspectionsText)
  const can = useCan()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const open = useOpenInspection()
  const { id, name, inspection_state, finding } = nomination
  const isAgain = inspection_state === 'concluded'
  if (!can('inspections.conduct') || !mayOpen(nomination)) return null
  return (
    <FormDialog<Values>
      label={isAgain ? words('inspection_again') : t('start_inspection')}
      title={t('start_inspection_title', { name })}
      description={t('start_inspection_text')}
      {...(finding !== 'suitable' && { type: 'primary' as const })}
      onSubmit={async ({ planned_on = null }) => {
        const inspection = await open.mutateAsync({ nomination_id: id, planned_on })
        void message.success(t('start_inspection_done'))
        void navigate({
          to: '/secretaries/inspections/$inspectionId',
          params: { inspectionId: inspection.id },
        })
      }}
    >
      {() => (
        <Form.Item name="planned_on" label={fields('planned_on')}>
          <DateField label={fields('planned_on')} />
        </Form.Item>
      )}
    </FormDialog>
  )
}

/** One that is under way has to be finished first; a suitable finding needs no other. */
function mayOpen({ state, inspection_state, finding }: Nomination): boolean {
  if (state === 'submitted') return true
  if (state !== 'under_inspection') return false
  return inspection_state === null || (inspection_state === 'concluded' && finding !== 'suitable')
}
