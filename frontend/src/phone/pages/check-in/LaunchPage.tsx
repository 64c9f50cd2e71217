import { useCallback, useState } from 'react'
import type { CheckInType, OwnAttendanceOut } from '@/shared/api/schema.gen'
import { askTimed, queue } from '../../app/api'
import { checkInText } from '../../app/check-in-text'
import { keptAnswer } from '../../app/kept-answer'
import { LoadProblem } from '../../app/LoadProblem'
import { type Launched, launch, scanOf } from '../../app/launch-code'
import { phoneText } from '../../app/phone-text'
import { useLoaded } from '../../app/use-loaded'
import { useText } from '../../app/use-text'
import { presentUserId } from '../../app/who'
import { askToPersist } from '../../device/storage'
import type { QueueRow } from '../../queue/queue-row'
import { launchText } from './launch-text'
import { Result } from './Result'
import { type Decision, decideKind } from './today'
import { ATTENDANCE } from './use-attendance'

const LONGEST_LOOK_MS = 3000

async function store(launched: Launched, kind: CheckInType): Promise<QueueRow> {
  const row = await queue.add({ kind, ...scanOf(launched) }, presentUserId())
  askToPersist()
  return row
}

const results = new WeakMap<Launched, Promise<QueueRow | 'ask'>>()

/** One record a code, however often the page around it is drawn anew. */
function resultOf(launched: Launched): Promise<QueueRow | 'ask'> {
  const known = results.get(launched)
  if (known !== undefined) return known
  const result = decideAndStore(launched)
  results.set(launched, result)
  return result
}

async function decideAndStore(launched: Launched): Promise<QueueRow | 'ask'> {
  const decision = launched.kind ?? (await decide(launched))
  return decision === 'ask' ? decision : store(launched, decision)
}

/** What the code is for; a network that does not answer soon must not keep somebody at the door. */
async function decide(launched: Launched): Promise<Decision> {
  const { signal } = new AbortController()
  const asked = keptAnswer<OwnAttendanceOut>(ATTENDANCE, signal, askTimed).catch(() => null)
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), LONGEST_LOOK_MS))
  const kept = await Promise.race([asked, late])
  const own = queue.snapshot().rows.filter(({ userId }) => userId === presentUserId())
  return decideKind(kept, own, launched)
}

/** A code was scanned: stores what it is for, and says what became of it. */
export function LaunchPage({ launched }: { readonly launched: Launched }) {
  const t = useText(phoneText)
  const load = useCallback(() => resultOf(launched), [launched])
  const { loaded } = useLoaded(load)
  const [chosen, setChosen] = useState<QueueRow | null>(null)
  const leave = () => launch.done()
  if (loaded.state === 'loading') return <p role="status">{t('loading')}</p>
  if (loaded.state === 'failed') return <LoadProblem error={loaded.error} />
  const made = chosen ?? loaded.value
  if (made === 'ask') return <AskKind launched={launched} onMade={setChosen} onLeave={leave} />
  return <Result made={made} onNext={setChosen} onLeave={leave} />
}

interface AskKindProps {
  readonly launched: Launched
  readonly onMade: (row: QueueRow) => void
  readonly onLeave: () => void
}

function AskKind({ launched, onMade, onLeave }: AskKindProps) {
  const t = useText(launchText)
  const words = useText(checkInText)
  const checkOut = async () => onMade(await store(launched, 'exit'))
  return (
    <section>
      <h1>{t('just_in')}</h1>
      <p>{t('just_in_hint')}</p>
      <button type="button" className="primary" onClick={onLeave}>
        {t('stay')}
      </button>
      <button type="button" onClick={() => void checkOut()}>
        {words('exit')}
      </button>
    </section>
  )
}
