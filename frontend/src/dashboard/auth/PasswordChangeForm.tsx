import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import type { ApiError } from '@/shared/api/problem'
import { json } from '../app/api'
import { showFieldErrors } from '../forms/show-field-errors'
import { useText } from '../i18n/use-text'
import { passwordText } from './password-text'
import { SignInFailure } from './SignInFailure'

interface Values {
  readonly current_password: string
  readonly new_password: string
  readonly again: string
}

interface PasswordChangeFormProps {
  readonly username: string
  readonly onChanged: () => Promise<void>
}

const SHORTEST = 8

/** The old password and the new one twice; what the server finds wrong stands under its field. */
export function PasswordChangeForm({ username, onChanged }: PasswordChangeFormProps) {
  const t = useText(passwordText)
  const [form] = Form.useForm<Values>()
  const [rest, setRest] = useState<ApiError | null>(null)
  const change = useMutation({
    mutationFn: ({ current_password, new_password }: Values) =>
      json.post<void>('/api/v1/me/password', { current_password, new_password }),
    onMutate: () => setRest(null),
    async onSuccess() {
      form.resetFields()
      await onChanged()
    },
    onError: (error) => setRest(showFieldErrors(form, error)),
  })
  const required = { required: true, message: t('missing') }
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={(values) => change.mutate(values)}
    >
      {rest !== null && <SignInFailure failure={rest} />}
      <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
      <Form.Item name="current_password" label={t('current')} rules={[required]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="new_password"
        label={t('fresh')}
        extra={t('fresh_hint')}
        rules={[required, { min: SHORTEST, message: t('too_short') }]}
      >
        <Input.Password autoComplete="new-password" maxLength={128} />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('again')}
        dependencies={['new_password']}
        rules={[
          required,
          {
            validator: async (_, value: string | undefined) => {
              if (value && value !== form.getFieldValue('new_password')) throw new Error(t('different'))
            },
          },
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={128} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        {t('change')}
      </Button>
    </Form>
  )
}
