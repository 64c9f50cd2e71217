import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useSignOut } from '../auth/use-sign-out'
import { useText } from '../i18n/use-text'
import { wordsText } from '../i18n/words-text'
import { LanguageSwitch } from './LanguageSwitch'
import { layoutText } from './layout-text'
import { Mark } from './Mark'

interface EntryPageProps {
  readonly title: string
  readonly children: ReactNode
}

/** A page on the way in, before there is a menu. */
export function EntryPage({ title, children }: EntryPageProps) {
  const t = useText(layoutText)
  const words = useText(wordsText)
  const signOut = useSignOut()
  return (
    <div className="entry">
      <title>{`${title} · ${words('product')}`}</title>
      <header className="entry-top">
        <LanguageSwitch />
        <Button type="text" size="small" onClick={() => void signOut()}>
          {t('sign_out')}
        </Button>
      </header>
      <main className="entry-body">
        <section className="entry-form">
          <Mark />
          <h1>{title}</h1>
          {children}
        </section>
      </main>
    </div>
  )
}
