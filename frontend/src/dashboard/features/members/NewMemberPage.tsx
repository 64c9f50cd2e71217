import { useNavigate } from '@tanstack/react-router'
import { App, Form } from 'antd'
import { useState } from 'react'
import type { ApiError } from '@/shared/api/problem'
import { useSettings } from '../../app/settings-query'
import { DateField } from '../../components/DateField'
import { PageHeader } from '../../components/PageHeader'
import { showFieldErrors } from '../../forms/show-field-errors'
import { useRequired } from '../../forms/use-required'
import { useText } from '../../i18n/use-text'
import { MemberForm } from './MemberForm'
import { memberFormText } from './member-form-text'
import { entryOf, type MemberFormValues } from './member-form-values'
import { useCreateMember } from './members-query'
import { membersText } from './members-text'
import { PlaceFields } from './PlaceFields'
import './members.css'

export function NewMemberPage({ organisationId }: { readonly organisationId: string | undefined }) {
  const t = useText(membersText)
  const f = useText(memberFormText)
  const { today } = useSettings()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const [form] = Form.useForm<MemberFormValues>()
  const [rest, setRest] = useState<ApiError | null>(null)
  const create = useCreateMember()
  const submit = (values: MemberFormValues) => {
    const entry = entryOf(values)
    if (entry === null) return
    create.mutate(entry, {
      onSuccess: ({ id, name }) => {
        void message.success(f('created', { name }))
        void navigate({ to: '/members/$memberId', params: { memberId: id } })
      },
      onError: (error) => setRest(showFieldErrors(form, error)),
    })
  }
  return (
    <div className="page page-narrow">
      <PageHeader title={f('new_title')} parent={{ to: '/members', label: t('list') }} />
      <MemberForm
        form={form}
        initialValues={{
          ...(organisationId !== undefined && { organisation_id: organisationId }),
          member_since: today,
          joined_precision: 'day',
          standing: 'full',
          service: 'in_service',
        }}
        submitLabel={t('new')}
        isBusy={create.isPending}
        problem={rest}
        onSubmit={submit}
        onCancel={() => void navigate({ to: '/members' })}
      >
        <NewPlace form={form} today={today} />
      </MemberForm>
    </div>
  )
}

interface NewPlaceProps {
  readonly form: ReturnType<typeof Form.useForm<MemberFormValues>>[0]
  readonly today: string
}

function NewPlace({ form, today }: NewPlaceProps) {
  const t = useText(membersText)
  const f = useText(memberFormText)
  const required = useRequired()
  return (
    <fieldset className="members-fields">
      <legend>{f('place')}</legend>
      <PlaceFields form={form} branchLabel={t('branch')} groupLabel={t('group')} />
      <Form.Item
        name="member_since"
        label={f('member_since')}
        extra={f('member_since_hint')}
        rules={[required.choice]}
      >
        <DateField label={f('member_since')} until={today} allowClear={false} />
      </Form.Item>
    </fieldset>
  )
}
