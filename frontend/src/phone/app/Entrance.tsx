import { useEffect, useRef, useSyncExternalStore } from 'react'
import { LaunchPage } from '../pages/check-in/LaunchPage'
import { SignInPage } from '../pages/SignInPage'
import { forgetKept, session } from './api'
import { BottomBar } from './BottomBar'
import { LoadProblem } from './LoadProblem'
import { launch } from './launch-code'
import { PhonePage } from './PhonePage'
import { phoneText } from './phone-text'
import { SavedRecords } from './SavedRecords'
import { useLoaded } from './use-loaded'
import type { Place } from './use-place'
import { useText } from './use-text'
import { enter, leave, mayServe, WhoProvider } from './who'

interface EntranceProps {
  readonly place: Place
}

/** The sign-in page for who is not signed in, the pages for who is; also without a network. */
export function Entrance({ place }: EntranceProps) {
  const { state, assignmentId } = useSyncExternalStore(session.subscribe, session.snapshot)
  useEffect(() => {
    if (state !== 'signed_out') return
    leave()
    void forgetKept()
  }, [state])
  if (state === 'signed_out' || state === 'expired') return <SignInWithRecords />
  return <Inside key={assignmentId} place={place} />
}

function SignInWithRecords() {
  const code = useSyncExternalStore(launch.subscribe, launch.snapshot)
  useEffect(() => {
    if (code !== null) void launch.storeUnclaimed(code)
  }, [code])
  return (
    <main>
      <SavedRecords />
      <SignInPage />
    </main>
  )
}

function Inside({ place }: EntranceProps) {
  const t = useText(phoneText)
  const { loaded, reload } = useLoaded(enter)
  const code = useSyncExternalStore(launch.subscribe, launch.snapshot)
  const main = useStartOfPage(place)
  if (loaded.state === 'loading') {
    return (
      <main>
        <p role="status">{t('loading')}</p>
      </main>
    )
  }
  if (loaded.state === 'failed') {
    return (
      <main>
        <LoadProblem error={loaded.error} onRetry={reload} />
      </main>
    )
  }
  if (loaded.value === null) return null
  // A ballot has its own ways at the bottom.
  const hasBar = mayServe(loaded.value.me) && (code !== null || place.page !== 'ballot')
  return (
    <WhoProvider value={loaded.value}>
      <main ref={main} tabIndex={-1} className={hasBar ? 'over-bar' : ''}>
        {code === null ? <PhonePage place={place} /> : <LaunchPage key={code.code} launched={code} />}
      </main>
      {hasBar && <BottomBar page={code === null ? place.page : 'home'} />}
    </WhoProvider>
  )
}

/** Another page begins at its top, for eyes and for screen readers. */
function useStartOfPage(place: Place) {
  const main = useRef<HTMLElement>(null)
  const known = useRef(place)
  useEffect(() => {
    if (known.current === place) return
    known.current = place
    window.scrollTo(0, 0)
    main.current?.focus({ preventScroll: true })
  }, [place])
  return main
}
