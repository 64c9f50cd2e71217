import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useMe } from '../../auth/session-query'
import { StatusTag } from '../../components/StatusTag'
import { useText } from '../../i18n/use-text'
import { accountText } from './account-text'

// Once in the life of an account: its code drawing is fetched with the need.
const OtpSetup = lazy(async () => ({ default: (await import('../../auth/OtpSetup')).OtpSetup }))

export function TwoFactor() {
  const t = useText(accountText)
  const { otp_enabled } = useMe()
  return (
    <section aria-labelledby="account-otp" className="account-section">
      <h2 id="account-otp">{t('otp')}</h2>
      <p>
        <StatusTag tone={otp_enabled ? 'done' : 'neutral'}>{t(otp_enabled ? 'otp_on' : 'otp_off')}</StatusTag>
      </p>
      <p className="soft">{t(otp_enabled ? 'otp_on_hint' : 'otp_off_hint')}</p>
      {!otp_enabled && <SetUp />}
    </section>
  )
}

function SetUp() {
  const t = useText(accountText)
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [isOpen, setOpen] = useState(false)
  const finish = async () => {
    void message.success(t('otp_done'))
    await queries.invalidateQueries({ queryKey: ['me'] })
  }
  if (!isOpen) {
    return (
      <Button className="account-otp" onClick={() => setOpen(true)}>
        {t('otp_start')}
      </Button>
    )
  }
  return (
    <Suspense>
      <div className="account-otp">
        <OtpSetup onDone={finish} />
      </div>
    </Suspense>
  )
}
