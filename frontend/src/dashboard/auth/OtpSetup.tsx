import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, QRCode } from 'antd'
import { useState } from 'react'
import type { ApiError } from '@/shared/api/problem'
import type { OtpSecret } from '@/shared/api/session-types'
import { json } from '../app/api'
import { ProblemAlert } from '../components/ProblemAlert'
import { showFieldErrors } from '../forms/show-field-errors'
import { useText } from '../i18n/use-text'
import { authText } from './auth-text'

interface OtpSetupProps {
  readonly onDone: () => Promise<void>
}

/** Makes the key, shows it to the authenticator app, and asks for the first code. */
export function OtpSetup({ onDone }: OtpSetupProps) {
  const t = useText(authText)
  const start = useMutation({ mutationFn: () => json.post<OtpSecret>('/api/v1/me/otp') })
  if (start.data !== undefined) return <OtpConfirm secret={start.data} onDone={onDone} />
  return (
    <>
      {start.isError && <ProblemAlert error={start.error} />}
      <Button type="primary" size="large" block loading={start.isPending} onClick={() => start.mutate()}>
        {t('setup_start')}
      </Button>
    </>
  )
}

function OtpConfirm({ secret, onDone }: OtpSetupProps & { readonly secret: OtpSecret }) {
  const t = useText(authText)
  const [form] = Form.useForm<{ otp: string }>()
  const [rest, setRest] = useState<ApiError | null>(null)
  const confirm = useMutation({
    mutationFn: (otp: string) => json.post<void>('/api/v1/me/otp/actions/confirm', { otp }),
    onMutate: () => setRest(null),
    onSuccess: onDone,
    onError: (error) => setRest(showFieldErrors(form, error)),
  })
  return (
    <ol className="setup-steps">
      <li>
        <p>{t('setup_step_add')}</p>
        {/* Who cannot see it takes the key below. */}
        <div aria-hidden>
          <QRCode type="svg" value={secret.uri} size={176} bordered={false} marginSize={2} />
        </div>
        <p className="setup-secret">
          <span className="soft">{t('setup_secret')}</span> <code>{secret.secret}</code>
        </p>
        <a href={secret.uri}>{t('setup_open')}</a>
      </li>
      <li>
        <p>{t('setup_step_confirm')}</p>
        {rest !== null && <ProblemAlert error={rest} />}
        <Form<{ otp: string }>
          form={form}
          layout="vertical"
          requiredMark={false}
          onFinish={({ otp }) => confirm.mutate(otp)}
        >
          <Form.Item
            name="otp"
            label={t('otp')}
            rules={[{ required: true, pattern: /^\d{6}$/, message: t('otp_missing') }]}
          >
            <Input size="large" inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
          </Form.Item>
          <Button type="primary" htmlType="submit" size="large" block loading={confirm.isPending}>
            {t('setup_confirm')}
          </Button>
        </Form>
      </li>
    </ol>
  )
}
