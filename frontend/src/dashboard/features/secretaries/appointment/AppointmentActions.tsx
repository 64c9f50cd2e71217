import { App, Form, Input } from 'antd'
import { useCan } from '../../../auth/session-query'
import { ConfirmButton } from '../../../components/ConfirmButton'
import { FormDialog } from '../../../components/FormDialog'
import { useText } from '../../../i18n/use-text'
import { useActOnAppointment } from '../secretary-queries'
import type { Secretary } from '../secretary-types'
import { useCommittee } from '../use-committee'
import { appointmentText } from './appointment-text'
import { CorrectButton } from './CorrectButton'
import { EndButton } from './EndButton'

interface ActionProps {
  readonly secretary: Secretary
}

/** The acts that the server allows now, the one that is waited for first. */
export function AppointmentActions({ secretary }: ActionProps) {
  const can = useCan()
  const { allowed_actions: allowed, state } = secretary
  return (
    <>
      {allowed.includes('consent') && <ConsentButton secretary={secretary} />}
      {allowed.includes('refuse') && <ReasonButton action="refuse" secretary={secretary} />}
      {allowed.includes('end') && <EndButton secretary={secretary} />}
      {allowed.includes('request_end') && <ReasonButton action="request_end" secretary={secretary} />}
      {allowed.includes('withdraw') && <ReasonButton action="withdraw" secretary={secretary} />}
      {allowed.includes('take_back') && <ReasonButton action="take_back" secretary={secretary} />}
      {state !== 'ended' && can('secretaries.write') && <CorrectButton secretary={secretary} />}
    </>
  )
}

interface ReasonButtonProps extends ActionProps {
  readonly action: 'request_end' | 'withdraw' | 'refuse' | 'take_back'
}

function ReasonButton({ action, secretary }: ReasonButtonProps) {
  const t = useText(appointmentText)
  const { message } = App.useApp()
  const committee = useCommittee()
  const act = useActOnAppointment(secretary.id)
  return (
    <ConfirmButton
      label={t(action)}
      title={t(`${action}_title`, { name: secretary.name })}
      description={t(`${action}_text`, { committee })}
      reason="required"
      onConfirm={async (reason) => {
        await act.mutateAsync({ action, reason })
        void message.success(t(`done_${action}`))
      }}
    />
  )
}

interface ConsentValues {
  readonly consent_note?: string
}

function ConsentButton({ secretary }: ActionProps) {
  const t = useText(appointmentText)
  const { message } = App.useApp()
  const act = useActOnAppointment(secretary.id)
  return (
    <FormDialog<ConsentValues>
      label={t('agree')}
      type="primary"
      title={t('agree_title', { name: secretary.name })}
      description={t('agree_text')}
      onSubmit={async ({ consent_note }) => {
        await act.mutateAsync({ action: 'consent', consent_note: consent_note?.trim() || null })
        void message.success(t('done_consent'))
      }}
    >
      {() => (
        <Form.Item name="consent_note" label={t('consent_note')} extra={t('consent_note_hint')}>
          <Input maxLength={1000} autoComplete="off" />
        </Form.Item>
      )}
    </FormDialog>
  )
}
