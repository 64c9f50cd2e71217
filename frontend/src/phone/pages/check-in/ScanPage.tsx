import { useState } from 'react'
import type { CheckInType } from '@/shared/api/schema.gen'
import { BackLink } from '../../app/BackLink'
import { launch } from '../../app/launch-code'
import { scanText } from '../../app/scan-text'
import { moveTo } from '../../app/use-place'
import { useText } from '../../app/use-text'
import { scannedCode } from '../../scan/code-text'
import { Camera } from './Camera'

/** Scans the leader's screen; the record is made, stored and followed by the page that comes then. */
export function ScanPage({ kind }: { readonly kind: CheckInType }) {
  const t = useText(scanText)
  const [fault, setFault] = useState<'not_ours' | 'is_personal' | null>(null)
  const take = (text: string) => {
    const scanned = scannedCode(text)
    if (scanned?.kind !== 'shift') {
      setFault(scanned === null ? 'not_ours' : 'is_personal')
      return
    }
    const { code, shiftId } = scanned
    // A reload must not scan once more.
    moveTo('#/')
    launch.begin({ code, shiftId, capturedAt: Date.now(), kind })
  }
  return (
    <>
      <BackLink />
      <h1>{t(`title_${kind}`)}</h1>
      <Camera hint={t('aim')} onText={take} />
      {fault !== null && (
        <p className="problem" role="alert">
          {t(fault)}
        </p>
      )}
    </>
  )
}
