import { App, Form } from 'antd'
import type { AssignmentIn } from '@/shared/api/schema.gen'
import { FormDialog } from '../../../components/FormDialog'
import { OrganisationPicker } from '../../../components/OrganisationPicker'
import { useRequired } from '../../../forms/use-required'
import { useText } from '../../../i18n/use-text'
import { RoleSelect } from './RoleSelect'
import { useGrantRole } from './role-queries'
import { rolesPageText } from './roles-page-text'
import { UserSelect } from './UserSelect'

export function GrantButton({ organisationId }: { readonly organisationId: string | undefined }) {
  const t = useText(rolesPageText)
  const { message } = App.useApp()
  const grant = useGrantRole()
  const required = useRequired()
  return (
    <FormDialog<AssignmentIn>
      label={t('grant')}
      title={t('grant_title')}
      description={t('grant_own_why')}
      type="primary"
      initialValues={organisationId === undefined ? {} : { organisation_id: organisationId }}
      onSubmit={async (values) => {
        const { display_name, username } = await grant.mutateAsync(values)
        void message.success(t('granted', { name: display_name ?? username ?? '' }))
      }}
    >
      {() => (
        <>
          <Form.Item name="user_id" label={t('user')} rules={[required.choice]}>
            <UserSelect />
          </Form.Item>
          <Form.Item noStyle dependencies={['user_id']}>
            {({ getFieldValue }) => (
              <Form.Item name="role" label={t('role')} rules={[required.choice]}>
                <RoleSelect userId={getFieldValue('user_id')} />
              </Form.Item>
            )}
          </Form.Item>
          <Form.Item name="organisation_id" label={t('organisation')} rules={[required.choice]}>
            <OrganisationPicker />
          </Form.Item>
        </>
      )}
    </FormDialog>
  )
}
