import { useRef, useState } from 'react'
import { queue } from '../../app/api'
import { BackLink } from '../../app/BackLink'
import { scanOf } from '../../app/launch-code'
import { scanText } from '../../app/scan-text'
import { useText } from '../../app/use-text'
import { presentUserId } from '../../app/who'
import { askToPersist } from '../../device/storage'
import { vibrate } from '../../device/vibrate'
import type { QueueRow } from '../../queue/queue-row'
import { scannedCode } from '../../scan/code-text'
import type { CheckInType } from '../../volunteering-types'
import { Camera } from './Camera'
import { Result } from './Result'

/** Scans the leader's screen; what is read is stored before anything is said. */
export function ScanPage({ kind }: { readonly kind: CheckInType }) {
  const [made, setMade] = useState<QueueRow | null>(null)
  const goHome = () => {
    window.location.hash = '#/'
  }
  if (made !== null) return <Result made={made} onNext={setMade} onLeave={goHome} />
  return <Scanning kind={kind} onMade={setMade} />
}

interface ScanningProps {
  readonly kind: CheckInType
  readonly onMade: (row: QueueRow) => void
}

function Scanning({ kind, onMade }: ScanningProps) {
  const t = useText(scanText)
  const [fault, setFault] = useState<'not_ours' | 'is_personal' | null>(null)
  const isTaken = useRef(false)
  const take = async (text: string) => {
    if (isTaken.current) return
    const scanned = scannedCode(text)
    if (scanned?.kind !== 'shift') {
      setFault(scanned === null ? 'not_ours' : 'is_personal')
      return
    }
    isTaken.current = true
    const { code, shiftId } = scanned
    const row = await queue.add(
      { kind, ...scanOf({ code, shiftId, capturedAt: Date.now() }) },
      presentUserId(),
    )
    askToPersist()
    vibrate('right')
    onMade(row)
  }
  return (
    <>
      <BackLink />
      <h1>{t(`title_${kind}`)}</h1>
      <Camera hint={t('aim')} onText={(text) => void take(text)} />
      {fault !== null && (
        <p className="problem" role="alert">
          {t(fault)}
        </p>
      )}
    </>
  )
}
