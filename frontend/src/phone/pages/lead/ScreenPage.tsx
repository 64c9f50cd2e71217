import { useEffect, useState } from 'react'
import type { ShiftCodeOut } from '@/shared/api/schema.gen'
import { askTimed, serverClock } from '../../app/api'
import { BackLink } from '../../app/BackLink'
import { type Kept, useKeptAnswer } from '../../app/kept-answer'
import { LoadProblem } from '../../app/LoadProblem'
import { phoneText } from '../../app/phone-text'
import { QrCode } from '../../app/QrCode'
import { useEvery } from '../../app/use-every'
import { useText } from '../../app/use-text'
import { useWakeLock } from '../../device/wake-lock'
import { leadText } from './lead-text'
import { shownCode } from './shown-code'

interface ScreenPageProps {
  readonly id: string
  readonly shiftId: string
}

const ASK_EVERY_MS = 15_000

/** The rotating code on the leader's phone; codes for a quarter of an hour are at hand. */
export function ScreenPage({ id, shiftId }: ScreenPageProps) {
  const t = useText(phoneText)
  const words = useText(leadText)
  const { loaded, reload } = useKeptAnswer<ShiftCodeOut>(
    `/api/v1/shifts/${shiftId}/code?ahead_minutes=15`,
    askTimed,
  )
  useEvery(ASK_EVERY_MS, reload)
  useWakeLock()
  return (
    <>
      <BackLink hash={`#/lead/${id}`} label={words('back_lead')} />
      {loaded.state === 'loading' && <p role="status">{t('loading')}</p>}
      {loaded.state === 'failed' && <LoadProblem error={loaded.error} onRetry={reload} />}
      {loaded.state === 'ready' && <Code kept={loaded.value} />}
    </>
  )
}

function useServerNow(): number {
  const [now, setNow] = useState(serverClock.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(serverClock.now()), 500)
    return () => clearInterval(timer)
  }, [])
  return now
}

function Code({ kept: { value, isOld } }: { readonly kept: Kept<ShiftCodeOut> }) {
  const t = useText(leadText)
  const { code, restSeconds, restMinutes } = shownCode(value.codes, useServerNow())
  return (
    <>
      <h1>{value.activity_title}</h1>
      <p className="soft">{value.post}</p>
      {code === null ? (
        <p className="problem" role="alert">
          {t('code_over')}
        </p>
      ) : (
        <figure className="screen-code">
          <QrCode text={`${window.location.origin}/m/#c=${code}`} label={t('code_label')} />
          <progress max={20} value={restSeconds} aria-label={t('code_next', { count: restSeconds })} />
          <figcaption className="soft">{t('code_next', { count: restSeconds })}</figcaption>
        </figure>
      )}
      {isOld && code !== null && (
        <p className="notice" role="status">
          {t('code_offline', { count: restMinutes })}
        </p>
      )}
      <p className="centred">
        {t('code_in', { present: value.present, left: value.left, confirmed: value.confirmed })}
      </p>
    </>
  )
}
