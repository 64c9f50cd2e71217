import { App, Form, Input } from 'antd'
import type { UserOut } from '@/shared/api/schema.gen'
import { FormDialog } from '../../../components/FormDialog'
import { OrganisationPicker } from '../../../components/OrganisationPicker'
import { useRequired } from '../../../forms/use-required'
import { useText } from '../../../i18n/use-text'
import { wordsText } from '../../../i18n/words-text'
import { useChangeUser } from './user-queries'
import { usersText } from './users-text'

interface Values {
  readonly display_name: string
  readonly organisation_id: string
}

export function EditUserButton({ user }: { readonly user: UserOut }) {
  const t = useText(usersText)
  const words = useText(wordsText)
  const { message } = App.useApp()
  const change = useChangeUser(user)
  const { display_name, organisation_id } = user
  const required = useRequired()
  return (
    <FormDialog<Values>
      label={t('edit')}
      title={t('edit_title', { name: display_name })}
      submit={words('save')}
      initialValues={{ display_name, organisation_id }}
      onSubmit={async (values) => {
        await change.mutateAsync(values)
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
        </>
      )}
    </FormDialog>
  )
}
