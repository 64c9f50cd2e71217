import { useRef, useState } from 'react'
import type { CheckInType } from '@/shared/api/schema.gen'
import { names, queue } from '../../app/api'
import { BackLink } from '../../app/BackLink'
import { checkInText } from '../../app/check-in-text'
import { SavedRecords } from '../../app/SavedRecords'
import { scanText } from '../../app/scan-text'
import { useFormat } from '../../app/use-format'
import { useQueue } from '../../app/use-queue'
import { useText } from '../../app/use-text'
import { outcomeWords } from '../../app/volunteering-words'
import { presentUserId, useWho } from '../../app/who'
import { askToPersist } from '../../device/storage'
import { vibrate } from '../../device/vibrate'
import { occurredAt, type QueueRow } from '../../queue/queue-row'
import { scannedCode } from '../../scan/code-text'
import { Camera } from '../check-in/Camera'
import { KindChoice } from './KindChoice'
import { leadText } from './lead-text'

interface LeadScanPageProps {
  readonly id: string
  readonly shiftId: string
}

/** A code that is held before the camera is one scan, not ten. */
const SAME_CODE_MS = 30_000
const SHOWN = 10

/** The leader scans one member after the other, with or without a network. */
export function LeadScanPage({ id, shiftId }: LeadScanPageProps) {
  const t = useText(leadText)
  const scan = useText(scanText)
  const [kind, setKind] = useState<CheckInType>('entry')
  const { fault, take } = useMemberScans(shiftId, kind)
  return (
    <>
      <BackLink hash={`#/lead/${id}`} label={t('back_lead')} />
      <h1>{t('scan')}</h1>
      <KindChoice kind={kind} onChange={setKind} />
      <Camera hint={scan('aim_member')} onText={take} isLeader />
      {fault !== null && (
        <p className="problem" role="alert">
          {scan(fault)}
        </p>
      )}
      <SavedRecords />
      <Scanned shiftId={shiftId} />
    </>
  )
}

type Fault = 'not_ours' | 'is_shift'

function useMemberScans(shiftId: string, kind: CheckInType) {
  const [fault, setFault] = useState<Fault | null>(null)
  const seen = useRef(new Map<string, number>())

  const isNew = (text: string) => {
    const key = `${kind} ${text}`
    const before = seen.current.get(key) ?? 0
    seen.current.set(key, Date.now())
    return Date.now() - before > SAME_CODE_MS
  }
  const store = async (memberCode: string) => {
    setFault(null)
    await queue.add(
      {
        kind,
        method: 'personal_code',
        shiftId,
        memberCode,
        code: null,
        personId: null,
        lateReason: null,
        saidAt: null,
        capturedAt: Date.now(),
      },
      presentUserId(),
    )
    vibrate('right')
    askToPersist()
  }
  const take = (text: string) => {
    if (!isNew(text)) return
    const scanned = scannedCode(text)
    if (scanned?.kind === 'personal') void store(scanned.code)
    else setFault(scanned === null ? 'not_ours' : 'is_shift')
  }
  return { fault, take }
}

function Scanned({ shiftId }: { readonly shiftId: string }) {
  const t = useText(leadText)
  const { me } = useWho()
  const { rows } = useQueue()
  const scanned = rows
    .filter((row) => row.shiftId === shiftId && row.method === 'personal_code' && row.userId === me.id)
    .slice(-SHOWN)
    .reverse()
  return (
    <section aria-live="polite">
      <h2>{t('scanned')}</h2>
      {scanned.length === 0 && <p className="soft">{t('scanned_none')}</p>}
      <ul className="tasks">
        {scanned.map((row) => (
          <ScannedRow key={row.id} row={row} />
        ))}
      </ul>
    </section>
  )
}

function ScannedRow({ row }: { readonly row: QueueRow }) {
  const t = useText(leadText)
  const words = useText(checkInText)
  const format = useFormat(useWho().settings.time_zone)
  const at = row.countedAt ?? occurredAt(row)
  return (
    <li>
      <span className="row">
        <strong>{names.get(row.id) ?? t('member')}</strong>
        <span>
          {t(row.kind)} {format.time(at)}
        </span>
      </span>
      <span className={row.state === 'refused' ? 'late' : 'soft'}>{outcomeWords(words, row)}</span>
    </li>
  )
}
