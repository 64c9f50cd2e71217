import { useState } from 'react'
import { ApiError } from '@/shared/api/problem'
import type { Credentials } from '@/shared/api/session'
import { session } from '../app/api'

export interface SignInProgress {
  readonly step: 'password' | 'otp'
  readonly isBusy: boolean
  readonly failure: ApiError | null
  submitPassword(credentials: Credentials): Promise<void>
  submitOtp(otp: string): Promise<void>
  startOver(): void
}

/** Password first; then the one-time code where the account has one. */
export function useSignIn(onSignedIn: () => void): SignInProgress {
  const [pending, setPending] = useState<Credentials | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ApiError | null>(null)

  const attempt = async (credentials: Credentials) => {
    setBusy(true)
    setFailure(null)
    try {
      await session.signIn(credentials)
      onSignedIn()
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      if (error.code === 'otp_required') setPending(credentials)
      else setFailure(error)
    } finally {
      setBusy(false)
    }
  }

  return {
    step: pending === null ? 'password' : 'otp',
    isBusy,
    failure,
    submitPassword: attempt,
    submitOtp: async (otp) => (pending === null ? undefined : attempt({ ...pending, otp })),
    startOver() {
      setPending(null)
      setFailure(null)
    },
  }
}
