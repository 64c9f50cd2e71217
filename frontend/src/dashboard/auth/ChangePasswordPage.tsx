import { useText } from '../i18n/use-text'
import { EntryPage } from '../layout/EntryPage'
import { PasswordChangeForm } from './PasswordChangeForm'
import { passwordText } from './password-text'
import { useMe } from './session-query'
import { useGoOn } from './use-go-on'

/** Stands before every other page as long as the password is not the holder's own. */
export function ChangePasswordPage({ redirect }: { readonly redirect: string | undefined }) {
  const t = useText(passwordText)
  const me = useMe()
  const goOn = useGoOn(redirect)
  return (
    <EntryPage title={t('title')}>
      {me.must_change_password && <p className="soft">{t('must_change')}</p>}
      <PasswordChangeForm username={me.username} onChanged={goOn} />
    </EntryPage>
  )
}
