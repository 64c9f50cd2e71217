import { useEffect, useState } from 'react'
import { readTypedCode } from '@/shared/ballot/code'
import { phoneText } from '../../app/phone-text'
import { useLoaded } from '../../app/use-loaded'
import { useText } from '../../app/use-text'
import { BallotPage } from './BallotPage'
import { sourceByCode } from './ballot-source'
import { CodeEntry } from './CodeEntry'
import { begunCode, forgetBallot, sendSealed } from './kept-ballot'
import './ballot.css'

interface ByCodePageProps {
  /** From the address; null where nothing stands there. */
  readonly code: string | null
}

/** A ballot for whoever holds its code; what was begun on this phone goes on. */
export function ByCodePage({ code }: ByCodePageProps) {
  const t = useText(phoneText)
  const { loaded } = useLoaded(begunCode)
  const [entered, setEntered] = useState<string | null | undefined>()
  const scanned = code === null ? null : readTypedCode(plainOf(code))
  const fromAddress = scanned?.state === 'whole' ? scanned.code : undefined
  const begun = loaded.state === 'ready' ? loaded.value : null
  const shown = fromAddress ?? (entered === undefined && code === null ? begun : entered)
  useEffect(() => {
    void sendSealed(shown ?? null)
  }, [shown])

  if (loaded.state === 'loading') return <p role="status">{t('loading')}</p>
  if (shown === null || shown === undefined) {
    return <CodeEntry key={code} typed={plainOf(code ?? '')} onCode={setEntered} />
  }
  const leave = async () => {
    clearAddress()
    setEntered(null)
  }
  return (
    <BallotPage
      key={shown}
      source={sourceByCode(shown)}
      onOpened={() => {
        setEntered(shown)
        clearAddress()
      }}
      onLeave={(isSealed) => void (isSealed ? leave() : forgetBallot(sourceByCode(shown).name).then(leave))}
    />
  )
}

/** Blanks between the groups, as an address writes them. */
function plainOf(code: string): string {
  return code.replaceAll('%20', ' ')
}

/** The code is kept with the ballot by now: nobody who looks at the address or its history learns it. */
function clearAddress(): void {
  if (window.location.hash !== '') window.history.replaceState(null, '', window.location.pathname)
}
