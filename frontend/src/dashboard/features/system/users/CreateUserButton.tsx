import { useNavigate } from '@tanstack/react-router'
import { App, Form, type FormInstance, Input } from 'antd'
import type { UserIn } from '@/shared/api/schema.gen'
import { useMe } from '../../../auth/session-query'
import { FormDialog } from '../../../components/FormDialog'
import { OrganisationPicker } from '../../../components/OrganisationPicker'
import { useRequired } from '../../../forms/use-required'
import { useText } from '../../../i18n/use-text'
import { RosterPersonSelect } from './RosterPersonSelect'
import { TemporaryPasswordField } from './TemporaryPasswordField'
import { useCreateUser } from './user-queries'
import { usersText } from './users-text'

const USERNAME = /^[A-Za-z0-9][A-Za-z0-9._-]{1,63}$/

export function CreateUserButton() {
  const t = useText(usersText)
  const { assignment } = useMe()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const create = useCreateUser()
  return (
    <FormDialog<UserIn>
      label={t('create')}
      title={t('create')}
      description={t('create_description')}
      type="primary"
      initialValues={assignment === null ? {} : { organisation_id: assignment.organisation_id }}
      onSubmit={async ({ username, person_id, ...values }) => {
        const user = await create.mutateAsync({
          ...values,
          username: username?.trim() || null,
          person_id: person_id ?? null,
        })
        void message.success(t('created', { name: user.display_name }))
        await navigate({ to: '/system/users/$userId', params: { userId: user.id } })
      }}
    >
      {(form) => <Fields form={form} />}
    </FormDialog>
  )
}

function Fields({ form }: { readonly form: FormInstance<UserIn> }) {
  const t = useText(usersText)
  const required = useRequired()
  return (
    <>
      <Form.Item name="person_id" label={t('person')} extra={t('person_hint')}>
        <RosterPersonSelect
          onPick={({ name, organisation_id }) => form.setFieldsValue({ display_name: name, organisation_id })}
        />
      </Form.Item>
      <Form.Item name="display_name" label={t('display_name')} rules={[required.text]}>
        <Input autoComplete="off" maxLength={100} />
      </Form.Item>
      <Form.Item
        name="organisation_id"
        label={t('organisation')}
        extra={t('organisation_hint')}
        rules={[required.choice]}
      >
        <OrganisationPicker />
      </Form.Item>
      <Form.Item
        name="username"
        label={t('username')}
        extra={t('username_hint')}
        rules={[{ pattern: USERNAME, transform: trimmed, message: t('username_wrong') }]}
      >
        <Input
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={64}
          placeholder={t('username_made')}
        />
      </Form.Item>
      <TemporaryPasswordField form={form} />
    </>
  )
}

function trimmed(value: unknown): string {
  return String(value ?? '').trim()
}
