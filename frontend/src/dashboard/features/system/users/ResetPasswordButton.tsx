import { App, Form, Input } from 'antd'
import type { UserOut } from '@/shared/api/schema.gen'
import { FormDialog } from '../../../components/FormDialog'
import { useText } from '../../../i18n/use-text'
import { wordsText } from '../../../i18n/words-text'
import { TemporaryPasswordField } from './TemporaryPasswordField'
import { useActOnUser } from './user-queries'
import { usersText } from './users-text'

interface Values {
  readonly password: string
  readonly reason?: string
}

export function ResetPasswordButton({ user }: { readonly user: UserOut }) {
  const t = useText(usersText)
  const words = useText(wordsText)
  const { message } = App.useApp()
  const act = useActOnUser(user.id)
  return (
    <FormDialog<Values>
      label={t('action_reset_password')}
      title={t('action_reset_password_title', { name: user.display_name })}
      description={t('action_reset_password_text')}
      onSubmit={async ({ password, reason }) => {
        await act.mutateAsync({ action: 'reset_password', password, reason: reason?.trim() || null })
        void message.success(t('done_reset_password'))
      }}
    >
      {(form) => (
        <>
          <TemporaryPasswordField form={form} />
          <Form.Item name="reason" label={words('reason')}>
            <Input.TextArea rows={2} maxLength={1000} />
          </Form.Item>
        </>
      )}
    </FormDialog>
  )
}
