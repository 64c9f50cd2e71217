import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useText } from '../i18n/use-text'
import { EntryPage } from '../layout/EntryPage'
import { PasswordChangeForm } from './PasswordChangeForm'
import { passwordText } from './password-text'
import { useMe } from './session-query'

/** Stands before every other page as long as the password is not the holder's own. */
export function ChangePasswordPage() {
  const t = useText(passwordText)
  const me = useMe()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const goOn = async () => {
    await queries.invalidateQueries()
    await navigate({ to: '/' })
  }
  return (
    <EntryPage title={t('title')}>
      {me.must_change_password && <p className="soft">{t('must_change')}</p>}
      <PasswordChangeForm username={me.username} onChanged={goOn} />
    </EntryPage>
  )
}
