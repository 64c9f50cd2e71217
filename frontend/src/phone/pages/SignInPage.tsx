import { type SubmitEvent, useState } from 'react'
import { ApiError } from '@/shared/api/problem'
import type { Credentials } from '@/shared/api/session'
import type { DemoAccount, PublicSettings, Demonstration as Shown } from '@/shared/api/session-types'
import { json, session } from '../app/api'
import { LoadProblem } from '../app/LoadProblem'
import { phoneText } from '../app/phone-text'
import { useLoaded } from '../app/use-loaded'
import { useText } from '../app/use-text'

export function SignInPage() {
  const t = useText(phoneText)
  const [pending, setPending] = useState<Credentials | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)

  const attempt = async (credentials: Credentials) => {
    setBusy(true)
    setFailure(null)
    try {
      await session.signIn(credentials)
    } catch (error) {
      if (error instanceof ApiError && error.code === 'otp_required') setPending(credentials)
      else setFailure(error)
      setBusy(false)
    }
  }

  const startOver = () => {
    setPending(null)
    setFailure(null)
  }

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const field = (name: string) => String(form.get(name) ?? '')
    void attempt(
      pending === null
        ? { username: field('username').trim(), password: field('password') }
        : { ...pending, otp: field('otp') },
    )
  }

  const form = (
    <form onSubmit={submit}>
      <h1>{t('sign_in')}</h1>
      {failure !== null && <SignInProblem failure={failure} />}
      {pending === null ? <PasswordFields /> : <OtpField />}
      <button type="submit" className="primary" disabled={isBusy}>
        {pending === null ? t('sign_in') : t('otp_submit')}
      </button>
      {pending !== null && (
        <button type="button" className="plain" onClick={startOver}>
          {t('other_account')}
        </button>
      )}
      {pending === null && (
        <p className="centred apart">
          <a href="/m/ballot" className="back">
            {t('ballot_by_code')}
          </a>
        </p>
      )}
    </form>
  )
  return (
    <>
      {form}
      {pending === null && <Demonstration isBusy={isBusy} onChoose={(account) => void attempt(account)} />}
    </>
  )
}

interface DemonstrationProps {
  readonly isBusy: boolean
  readonly onChoose: (account: DemoAccount) => void
}

/** In a demonstration its accounts below the form; nothing elsewhere, and while that is unknown. */
function Demonstration({ isBusy, onChoose }: DemonstrationProps) {
  const { loaded } = useLoaded(loadDemonstration)
  if (loaded.state !== 'ready' || loaded.value === null) return null
  const { DemoAccounts, shown } = loaded.value
  return <DemoAccounts shown={shown} isBusy={isBusy} onChoose={onChoose} />
}

async function loadDemonstration(signal: AbortSignal) {
  const settings = await json.get<PublicSettings>('/api/v1/public/settings', { signal })
  if (!settings.demo) return null
  const [{ DemoAccounts }, shown] = await Promise.all([
    import('./DemoAccounts'),
    json.get<Shown>('/api/v1/public/demo-accounts', { signal }),
  ])
  return { DemoAccounts, shown }
}

function PasswordFields() {
  const t = useText(phoneText)
  return (
    <>
      <label>
        {t('username')}
        <input name="username" autoComplete="username" autoCapitalize="none" required />
      </label>
      <label>
        {t('password')}
        <input name="password" type="password" autoComplete="current-password" required />
      </label>
    </>
  )
}

function OtpField() {
  const t = useText(phoneText)
  return (
    <label>
      {t('otp')}
      <input
        name="otp"
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="[0-9]{6}"
        maxLength={6}
        required
      />
      <small>{t('otp_hint')}</small>
    </label>
  )
}

function SignInProblem({ failure }: { readonly failure: unknown }) {
  const t = useText(phoneText)
  if (!(failure instanceof ApiError) || failure.status !== 429) return <LoadProblem error={failure} />
  const seconds = failure.retryAfterSeconds
  const time =
    seconds === undefined ? '' : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return (
    <p className="problem" role="alert">
      {seconds === undefined ? t('locked_unknown') : t('locked', { time })}
    </p>
  )
}
