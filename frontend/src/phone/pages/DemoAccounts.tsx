import type { DemoAccount, Demonstration } from '@/shared/api/session-types'
import { rolesText } from '@/shared/i18n/roles-text'
import { demoText } from '../app/demo-text'
import { useText } from '../app/use-text'

interface DemoAccountsProps {
  readonly shown: Demonstration
  readonly isBusy: boolean
  readonly onChoose: (account: DemoAccount) => void
}

/** The demonstration's accounts, each signed in with one tap; its code comes in a demonstration alone. */
export function DemoAccounts({ shown, isBusy, onChoose }: DemoAccountsProps) {
  const t = useText(demoText)
  const role = useText(rolesText)
  return (
    <section aria-labelledby="demo-accounts-title">
      <h2 id="demo-accounts-title">{t('title')}</h2>
      <p>{t('hint')}</p>
      <ul className="demo-accounts">
        {shown.items.map((account) => (
          <li key={account.username}>
            <button type="button" disabled={isBusy} onClick={() => onChoose(account)}>
              <strong>{role.code(account.role)}</strong> {account.display_name}
              <span className="line">{account.organisation}</span>
            </button>
          </li>
        ))}
      </ul>
      {shown.ballot_codes.length > 0 && (
        <>
          <h2>{t('ballots')}</h2>
          <p>{t('ballots_hint')}</p>
          <p className="demo-ballots">
            {shown.ballot_codes.map((code) => (
              <a key={code} href={`/m/ballot#${code}`}>
                {code}
              </a>
            ))}
          </p>
        </>
      )}
    </section>
  )
}
