import { App, Form, Input } from 'antd'
import type { UserOut } from '@/shared/api/schema.gen'
import { useMe } from '../../../auth/session-query'
import { FormDialog } from '../../../components/FormDialog'
import { OrganisationPicker } from '../../../components/OrganisationPicker'
import { useRequired } from '../../../forms/use-required'
import { useText } from '../../../i18n/use-text'
import { wordsText } from '../../../i18n/words-text'
import { RosterPersonSelect } from './RosterPersonSelect'
import { useChangeUser } from './user-queries'
import { usersText } from './users-text'

interface Values {
  readonly display_name: string
  readonly organisation_id: string
  readonly person_id?: string | null
}

export function EditUserButton({ user }: { readonly user: UserOut }) {
  const t = useText(usersText)
  const words = useText(wordsText)
  const { message } = App.useApp()
  const change = useChangeUser(user)
  const { display_name, organisation_id, person_id, person_name } = user
  const isOwn = useMe().id === user.id
  const required = useRequired()
  return (
    <FormDialog<Values>
      label={t('edit')}
      title={t('edit_title', { name: display_name })}
      submit={words('save')}
      initialValues={{ display_name, organisation_id, person_id }}
      onSubmit={async (values) => {
        await change.mutateAsync(isOwn ? values : { ...values, person_id: values.person_id ?? null })
        void message.success(words('saved'))
      }}
    >
      {() => (
        <>
          <Form.Item name="display_name" label={t('display_name')} rules={[required.text]}>
            <Input autoComplete="off" maxLength={100} />
          </Form.Item>
          <Form.Item
            name="organisation_id"
            label={t('organisation')}
            extra={t('organisation_hint')}
            rules={[required.choice]}
          >
            <OrganisationPicker allowClear={false} />
          </Form.Item>
          {!isOwn && (
            <Form.Item name="person_id" label={t('person')} extra={t('person_hint')}>
              <RosterPersonSelect
                present={person_id === null ? undefined : { id: person_id, name: person_name ?? '…' }}
              />
            </Form.Item>
          )}
        </>
      )}
    </FormDialog>
  )
}
