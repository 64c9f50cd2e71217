import { useQuery } from '@tanstack/react-query'
import type { DemoAccount } from '@/shared/api/session-types'
import { rolesText } from '@/shared/i18n/roles-text'
import { useText } from '../i18n/use-text'
import { authText } from './auth-text'
import { demoAccountsQuery } from './demo-accounts-query'
import { SignInFailure } from './SignInFailure'
import { useSignIn } from './use-sign-in'

interface DemoAccountsProps {
  readonly onSignedIn: () => void
}

export function DemoAccounts({ onSignedIn }: DemoAccountsProps) {
  const t = useText(authText)
  const { data } = useQuery(demoAccountsQuery)
  const { submitPassword, isBusy, failure } = useSignIn(onSignedIn)
  if (data === undefined || data.items.length === 0) return null
  return (
    <section className="demo-accounts" aria-labelledby="demo-accounts-title">
      <h2 id="demo-accounts-title">{t('demo_title')}</h2>
      <p className="soft">{t('demo_hint')}</p>
      {failure !== null && <SignInFailure failure={failure} />}
      <ul>
        {data.items.map((account) => (
          <li key={account.username}>
            <DemoAccountButton
              account={account}
              isBusy={isBusy}
              onChoose={() => void submitPassword(account)}
            />
          </li>
        ))}
      </ul>
      <DemoBallots codes={data.ballot_codes} />
    </section>
  )
}

interface DemoBallotsProps {
  readonly codes: readonly string[]
}

/** Slips of this year's duty review, each good for one ballot on the phone's pages. */
function DemoBallots({ codes }: DemoBallotsProps) {
  const t = useText(authText)
  if (codes.length === 0) return null
  return (
    <>
      <h3>{t('demo_ballots')}</h3>
      <p className="soft">{t('demo_ballots_hint')}</p>
      <p className="demo-ballots">
        {codes.map((code) => (
          <a key={code} href={`/m/ballot#${code}`} target="_blank" rel="noreferrer">
            {code}
          </a>
        ))}
      </p>
    </>
  )
}

interface DemoAccountButtonProps {
  readonly account: DemoAccount
  readonly isBusy: boolean
  readonly onChoose: () => void
}

function DemoAccountButton({ account, isBusy, onChoose }: DemoAccountButtonProps) {
  const role = useText(rolesText).code(account.role)
  const { display_name: name, organisation } = account
  return (
    <button type="button" className="demo-account" disabled={isBusy} onClick={onChoose}>
      <span className="demo-account-role">{role}</span>
      <span className="demo-account-name">{name}</span>
      <span className="demo-account-organisation">{organisation}</span>
    </button>
  )
}
