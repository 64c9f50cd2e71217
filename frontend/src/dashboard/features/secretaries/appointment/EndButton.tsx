import { App, Form, Input, Select } from 'antd'
import { useSettings } from '../../../app/settings-query'
import { DateField } from '../../../components/DateField'
import { FormDialog } from '../../../components/FormDialog'
import { useRequired } from '../../../forms/use-required'
import { postsText } from '../../../i18n/posts-text'
import { useText } from '../../../i18n/use-text'
import { useActOnAppointment } from '../secretary-queries'
import type { EndCause, Secretary } from '../secretary-types'
import { appointmentText, endCausesText } from './appointment-text'

interface Values {
  readonly on: string
  readonly cause: EndCause
  readonly consent_on?: string
  readonly consent_note?: string
  readonly reason?: string
}

const CAUSES: readonly EndCause[] = ['term_ended', 'transferred', 'retired', 'resigned', 'removed', 'other']

export function EndButton({ secretary }: { readonly secretary: Secretary }) {
  const t = useText(appointmentText)
  const posts = useText(postsText)
  const { message } = App.useApp()
  const { today } = useSettings()
  const act = useActOnAppointment(secretary.id)
  const { name, post, state } = secretary
  return (
    <FormDialog<Values>
      label={t('end')}
      {...(state === 'end_agreed' && { type: 'primary' as const })}
      title={t('end_title', { name, post: posts(post) })}
      description={t('end_text')}
      initialValues={{ on: today }}
      onSubmit={async ({ on, cause, consent_on, consent_note, reason }) => {
        await act.mutateAsync({
          action: 'end',
          on,
          cause,
          ...(consent_on !== undefined && { consent_on }),
          ...(consent_note?.trim() && { consent_note: consent_note.trim() }),
          ...(reason?.trim() && { reason: reason.trim() }),
        })
        void message.success(t('done_end'))
      }}
    >
      {() => <EndFields hasConsent={state === 'end_agreed'} />}
    </FormDialog>
  )
}

function EndFields({ hasConsent }: { readonly hasConsent: boolean }) {
  const t = useText(appointmentText)
  const causes = useText(endCausesText)
  const required = useRequired()
  return (
    <>
      <Form.Item name="on" label={t('end_on')} rules={[required.choice]}>
        <DateField label={t('end_on')} allowClear={false} />
      </Form.Item>
      <Form.Item name="cause" label={t('cause')} rules={[required.choice]}>
        <Select options={CAUSES.map((cause) => ({ value: cause, label: causes(cause) }))} />
      </Form.Item>
      {!hasConsent && (
        <>
          <Form.Item name="consent_on" label={t('consent_on')} extra={t('consent_on_hint')}>
            <DateField label={t('consent_on')} />
          </Form.Item>
          <Form.Item name="consent_note" label={t('consent_note')} extra={t('consent_note_hint')}>
            <Input maxLength={1000} autoComplete="off" />
          </Form.Item>
        </>
      )}
      <Form.Item name="reason" label={t('end_reason')}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
    </>
  )
}
