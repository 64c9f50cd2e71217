import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useText } from '../i18n/use-text'
import { EntryPage } from '../layout/EntryPage'
import { authText } from './auth-text'
import { OtpSetup } from './OtpSetup'
import { useMe } from './session-query'

export function OtpSetupPage() {
  const t = useText(authText)
  const me = useMe()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const goOn = async () => {
    await queries.invalidateQueries()
    await navigate({ to: '/' })
  }
  return (
    <EntryPage title={t('setup_title')}>
      <p className="soft">{t(me.otp_setup_required ? 'setup_why' : 'setup_free')}</p>
      <OtpSetup onDone={goOn} />
    </EntryPage>
  )
}
