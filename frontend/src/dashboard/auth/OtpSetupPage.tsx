import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import type { OtpSecret } from '@/shared/api/session-types'
import { json } from '../app/api'
import { ProblemAlert } from '../components/ProblemAlert'
import { useText } from '../i18n/use-text'
import { EntryPage } from '../layout/EntryPage'
import { authText } from './auth-text'

export function OtpSetupPage() {
  const t = useText(authText)
  const start = useMutation({ mutationFn: () => json.post<OtpSecret>('/api/v1/me/otp') })
  return (
    <EntryPage title={t('setup_title')}>
      <p className="soft">{t('setup_why')}</p>
      {start.isError && <ProblemAlert error={start.error} />}
      {start.data === undefined ? (
        <Button type="primary" size="large" block loading={start.isPending} onClick={() => start.mutate()}>
          {t('setup_start')}
        </Button>
      ) : (
        <OtpConfirm secret={start.data} />
      )}
    </EntryPage>
  )
}

function OtpConfirm({ secret }: { readonly secret: OtpSecret }) {
  const t = useText(authText)
  const queries = useQueryClient()
  const navigate = useNavigate()
  const confirm = useMutation({
    mutationFn: (otp: string) => json.post<void>('/api/v1/me/otp/actions/confirm', { otp }),
    async onSuccess() {
      await queries.invalidateQueries()
      await navigate({ to: '/' })
    },
  })
  return (
    <ol className="setup-steps">
      <li>
        <p>{t('setup_step_add')}</p>
        <p className="setup-secret">
          <span className="soft">{t('setup_secret')}</span> <code>{secret.secret}</code>
        </p>
        <a href={secret.uri}>{t('setup_open')}</a>
      </li>
      <li>
        <p>{t('setup_step_confirm')}</p>
        {confirm.isError && <ProblemAlert error={confirm.error} />}
        <Form<{ otp: string }>
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
