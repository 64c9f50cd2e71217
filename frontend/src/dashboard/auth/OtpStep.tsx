import { Button, Form, Input } from 'antd'
import { useText } from '../i18n/use-text'
import { authText } from './auth-text'

interface OtpStepProps {
  readonly isBusy: boolean
  readonly onSubmit: (otp: string) => Promise<void>
  readonly onStartOver: () => void
}

export function OtpStep({ isBusy, onSubmit, onStartOver }: OtpStepProps) {
  const t = useText(authText)
  return (
    <Form<{ otp: string }> layout="vertical" requiredMark={false} onFinish={({ otp }) => void onSubmit(otp)}>
      <Form.Item
        name="otp"
        label={t('otp')}
        extra={t('otp_hint')}
        rules={[{ required: true, pattern: /^\d{6}$/, message: t('otp_missing') }]}
      >
        <Input size="large" inputMode="numeric" autoComplete="one-time-code" maxLength={6} autoFocus />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={isBusy}>
        {t('otp_submit')}
      </Button>
      <Button type="link" block className="sign-in-other" onClick={onStartOver}>
        {t('other_account')}
      </Button>
    </Form>
  )
}
