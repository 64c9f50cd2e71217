import { useQuery } from '@tanstack/react-query'
import { settingsQuery } from '../app/settings-query'
import { useText } from '../i18n/use-text'
import { wordsText } from '../i18n/words-text'
import { LanguageSwitch } from '../layout/LanguageSwitch'
import { Mark } from '../layout/Mark'
import { authText } from './auth-text'
import { DemoAccounts } from './DemoAccounts'
import { SignInForm } from './SignInForm'

interface SignInPageProps {
  readonly onSignedIn: () => void
}

export function SignInPage({ onSignedIn }: SignInPageProps) {
  const t = useText(authText)
  const words = useText(wordsText)
  const { data: settings } = useQuery(settingsQuery)
  const isDemo = settings?.demo ?? false
  return (
    <div className="entry">
      <title>{`${t('sign_in')} · ${words('product')}`}</title>
      <header className="entry-top">
        <LanguageSwitch />
      </header>
      <main className={isDemo ? 'entry-body entry-body-wide' : 'entry-body'}>
        <section className="entry-form">
          <Mark />
          <h1>{settings?.committee_name ?? words('product')}</h1>
          <p className="soft">{t('intro')}</p>
          <SignInForm onSignedIn={onSignedIn} />
        </section>
        {isDemo && <DemoAccounts onSignedIn={onSignedIn} />}
      </main>
    </div>
  )
}
