import { Button, Form, Input } from 'antd'
import type { Credentials } from '@/shared/api/session'
import { useText } from '../i18n/use-text'
import { authText } from './auth-text'

interface PasswordStepProps {
  readonly isBusy: boolean
  readonly username?: string
  readonly onSubmit: (credentials: Credentials) => Promise<void>
}

export function PasswordStep({ isBusy, username, onSubmit }: PasswordStepProps) {
  const t = useText(authText)
  return (
    <Form<Credentials>
      layout="vertical"
      requiredMark={false}
      initialValues={{ username }}
      onFinish={(credentials) => void onSubmit({ ...credentials, username: credentials.username.trim() })}
    >
      <Form.Item
        name="username"
        label={t('username')}
        rules={[{ required: true, whitespace: true, message: t('username_missing') }]}
      >
        <Input
          size="large"
          autoComplete="username"
          autoCapitalize="none"
          readOnly={username !== undefined}
          autoFocus={username === undefined}
        />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('password')}
        rules={[{ required: true, message: t('password_missing') }]}
      >
        <Input.Password size="large" autoComplete="current-password" autoFocus={username !== undefined} />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={isBusy}>
        {t('sign_in')}
      </Button>
    </Form>
  )
}
