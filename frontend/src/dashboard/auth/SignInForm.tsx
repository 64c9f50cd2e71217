import { OtpStep } from './OtpStep'
import { PasswordStep } from './PasswordStep'
import { SignInFailure } from './SignInFailure'
import { useSignIn } from './use-sign-in'

interface SignInFormProps {
  readonly onSignedIn: () => void
  /** Set where somebody signs in again: it is not asked for. */
  readonly username?: string
}

export function SignInForm({ onSignedIn, username }: SignInFormProps) {
  const progress = useSignIn(onSignedIn)
  return (
    <div className="sign-in-form">
      {progress.failure !== null && <SignInFailure failure={progress.failure} />}
      {progress.step === 'password' ? (
        <PasswordStep
          isBusy={progress.isBusy}
          onSubmit={progress.submitPassword}
          {...(username !== undefined && { username })}
        />
      ) : (
        <OtpStep isBusy={progress.isBusy} onSubmit={progress.submitOtp} onStartOver={progress.startOver} />
      )}
    </div>
  )
}
