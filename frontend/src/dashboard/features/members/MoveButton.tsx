import { App, Form } from 'antd'
import { useState } from 'react'
import type { ApiError } from '@/shared/api/problem'
import type { MemberOut, MoveIn } from '@/shared/api/schema.gen'
import { useSettings } from '../../app/settings-query'
import { DateField } from '../../components/DateField'
import { ReasonItem } from '../../components/ReasonItem'
import { showFieldErrors } from '../../forms/show-field-errors'
import { useRequired } from '../../forms/use-required'
import { useText } from '../../i18n/use-text'
import { FormDialog } from './FormDialog'
import { useMoveMember } from './members-query'
import { memberActionsText } from './members-text'
import { PlaceFields } from './PlaceFields'

interface MoveButtonProps {
  readonly member: MemberOut
  readonly action: 'transfer' | 'readmit'
}

/** To another branch or group from a day on, or back onto the roster. */
export function MoveButton({ member, action }: MoveButtonProps) {
  const t = useText(memberActionsText)
  const required = useRequired()
  const { message } = App.useApp()
  const { today } = useSettings()
  const [form] = Form.useForm<MoveIn>()
  const [rest, setRest] = useState<ApiError | null>(null)
  const move = useMoveMember(member.id, action)
  const send = (entry: MoveIn, close: () => void) =>
    move.mutate(entry, {
      onSuccess: ({ organisation_name: place }) => {
        close()
        void message.success(t(action === 'transfer' ? 'transferred' : 'readmitted', { place }))
      },
      onError: (error) => setRest(showFieldErrors(form, error)),
    })
  return (
    <FormDialog
      label={t(action)}
      title={t(`${action}_title`, { name: member.name })}
      hint={t(`${action}_hint`, { place: placeOf(member) })}
      form={form}
      isBusy={move.isPending}
      problem={rest}
    >
      {(close) => (
        <Form
          form={form}
          layout="vertical"
          className="members-dialog"
          preserve={false}
          initialValues={{ effective_on: today }}
          onFinish={(entry) => send(entry, close)}
        >
          <PlaceFields form={form} branchLabel={t('to_branch')} groupLabel={t('to_group')} />
          <Form.Item name="effective_on" label={t('effective_on')} rules={[required.choice]}>
            <DateField label={t('effective_on')} until={today} allowClear={false} />
          </Form.Item>
          <ReasonItem />
        </Form>
      )}
    </FormDialog>
  )
}

function placeOf({ organisation_name, group_name }: MemberOut): string {
  return group_name === null ? organisation_name : `${organisation_name} · ${group_name}`
}
