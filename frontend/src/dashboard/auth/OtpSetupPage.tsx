import { useText } from '../i18n/use-text'
import { EntryPage } from '../layout/EntryPage'
import { authText } from './auth-text'
import { OtpSetup } from './OtpSetup'
import { useMe } from './session-query'
import { useGoOn } from './use-go-on'

export function OtpSetupPage({ redirect }: { readonly redirect: string | undefined }) {
  const t = useText(authText)
  const me = useMe()
  const goOn = useGoOn(redirect)
  return (
    <EntryPage title={t('setup_title')}>
      <p className="soft">{t(me.otp_setup_required ? 'setup_why' : 'setup_free')}</p>
      <OtpSetup onDone={goOn} />
    </EntryPage>
  )
}
