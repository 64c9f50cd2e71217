import { App, Form } from 'antd'
import { useState } from 'react'
import type { ApiError } from '@/shared/api/problem'
import type { LeaveIn, MemberOut } from '@/shared/api/schema.gen'
import { useSettings } from '../../app/settings-query'
import { DateField } from '../../components/DateField'
import { ReasonItem } from '../../components/ReasonItem'
import { showFieldErrors } from '../../forms/show-field-errors'
import { useRequired } from '../../forms/use-required'
import { useText } from '../../i18n/use-text'
import { FormDialog } from './FormDialog'
import { useLeaveRoster } from './members-query'
import { memberActionsText } from './members-text'

export function LeaveButton({ member }: { readonly member: MemberOut }) {
  const t = useText(memberActionsText)
  const required = useRequired()
  const { message } = App.useApp()
  const { today } = useSettings()
  const [form] = Form.useForm<LeaveIn>()
  const [rest, setRest] = useState<ApiError | null>(null)
  const leave = useLeaveRoster(member.id)
  const send = (entry: LeaveIn, close: () => void) =>
    leave.mutate(entry, {
      onSuccess: () => {
        close()
        void message.success(t('has_left'))
      },
      onError: (error) => setRest(showFieldErrors(form, error)),
    })
  return (
    <FormDialog
      label={t('leave')}
      title={t('leave_title', { name: member.name })}
      hint={t('leave_hint', { place: member.organisation_name })}
      form={form}
      isBusy={leave.isPending}
      problem={rest}
    >
      {(close) => (
        <Form
          form={form}
          layout="vertical"
          className="members-dialog"
          preserve={false}
          initialValues={{ on: today }}
          onFinish={(entry) => send(entry, close)}
        >
          <Form.Item name="on" label={t('leave_on')} rules={[required.choice]}>
            <DateField label={t('leave_on')} until={today} allowClear={false} />
          </Form.Item>
          <ReasonItem />
        </Form>
      )}
    </FormDialog>
  )
}
