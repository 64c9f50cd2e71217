import { type ButtonProps, Form, Input } from 'antd'
import { useSettings } from '../../../app/settings-query'
import { DateField } from '../../../components/DateField'
import { FormDialog } from '../../../components/FormDialog'
import { useRequired } from '../../../forms/use-required'
import { useText } from '../../../i18n/use-text'
import { wordsText } from '../../../i18n/words-text'
import type { NominationAct, NominationAction } from '../secretary-types'
import { nominationActionsText } from './nomination-actions-text'
import { nominationsText } from './nominations-text'

interface ActionDialogProps {
  readonly action: NominationAction
  readonly label: string
  readonly title: string
  readonly description: string
  /** What belongs to one person alone is not asked then. */
  readonly isForMany?: boolean
  readonly type?: ButtonProps['type']
  readonly initialValues?: Partial<Values>
  readonly onSubmit: (body: NominationAct) => Promise<unknown>
}

type Values = { readonly [Field in keyof NominationAct]?: string }

/** Actions that go back or end the matter say why. */
const REASONED: readonly NominationAction[] = ['return', 'reject', 'withdraw']

/** Asks what the action needs: a reason, a day, a number. */
export function ActionDialog(props: ActionDialogProps) {
  const { action, isForMany = false, initialValues, onSubmit, ...dialog } = props
  const { today } = useSettings()
  return (
    <FormDialog<Values>
      {...dialog}
      initialValues={{ on: today, ...initialValues }}
      onSubmit={(values) => onSubmit(bodyOf(values))}
    >
      {() => <ActionFields action={action} isForMany={isForMany} />}
    </FormDialog>
  )
}

function ActionFields({ action, isForMany }: Required<Pick<ActionDialogProps, 'action' | 'isForMany'>>) {
  if (action === 'endorse') return <EndorseFields />
  if (action === 'approve') return <ApproveFields />
  if (action === 'appoint') return <AppointFields hasDuty={!isForMany} />
  return REASONED.includes(action) ? <ReasonField /> : null
}

function EndorseFields() {
  const t = useText(nominationActionsText)
  const { today } = useSettings()
  return (
    <Form.Item name="on" label={t('endorse_on')}>
      <DateField label={t('endorse_on')} until={today} allowClear={false} />
    </Form.Item>
  )
}

function ApproveFields() {
  const t = useText(nominationsText)
  const { today } = useSettings()
  return (
    <>
      <Form.Item name="approval_number" label={t('approval_number')} extra={t('approval_number_hint')}>
        <Input maxLength={64} autoComplete="off" />
      </Form.Item>
      <Form.Item name="on" label={t('approved_on')}>
        <DateField label={t('approved_on')} until={today} allowClear={false} />
      </Form.Item>
    </>
  )
}

function AppointFields({ hasDuty }: { readonly hasDuty: boolean }) {
  const t = useText(nominationsText)
  const required = useRequired()
  const actions = useText(nominationActionsText)
  return (
    <>
      <Form.Item name="on" label={actions('appoint_on')} rules={[required.choice]}>
        <DateField label={actions('appoint_on')} />
      </Form.Item>
      {hasDuty && (
        <Form.Item name="duty_title" label={t('duty_title')} extra={t('duty_title_hint')}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
      )}
    </>
  )
}

function ReasonField() {
  const words = useText(wordsText)
  return (
    <Form.Item
      name="reason"
      label={words('reason')}
      rules={[{ required: true, whitespace: true, message: words('reason_required') }]}
    >
      <Input.TextArea rows={3} maxLength={1000} autoFocus />
    </Form.Item>
  )
}

/** What was filled in; only the action's own fields are there. */
function bodyOf(values: Values): NominationAct {
  const filled = Object.entries(values).flatMap(([name, value]) => {
    const text = value?.trim() ?? ''
    return text === '' ? [] : [[name, text]]
  })
  return Object.fromEntries(filled)
}
