import { useEffect, useState } from 'react'
import { serverClock } from '../../app/api'
import { checkInText } from '../../app/check-in-text'
import { KeptNote } from '../../app/KeptNote'
import { LoadProblem } from '../../app/LoadProblem'
import { phoneText } from '../../app/phone-text'
import { SavedRecords } from '../../app/SavedRecords'
import { useText } from '../../app/use-text'
import { LedToday } from './LedToday'
import { TodayCard } from './TodayCard'
import { useAttendance } from './use-attendance'

/** The volunteer's part of the first page: today, what waits on this phone, and what one leads. */
export function Volunteering() {
  const t = useText(phoneText)
  const words = useText(checkInText)
  const { loaded, reload } = useAttendance()
  return (
    <>
      {loaded.state === 'loading' && <p role="status">{t('loading')}</p>}
      {loaded.state === 'failed' && <LoadProblem error={loaded.error} onRetry={reload} />}
      {loaded.state === 'ready' && <TodayCard attendance={loaded.value} />}
      {loaded.state === 'ready' && <KeptNote kept={loaded.value} />}
      <ClockNote />
      <SavedRecords />
      <LedToday />
      <p>
        <a className="back" href="#/records">
          {words('records')}
        </a>
      </p>
    </>
  )
}

const WORTH_SAYING_MS = 120_000

/** Only where the clock is off by more than two minutes. */
function ClockNote() {
  const t = useText(checkInText)
  const [offset, setOffset] = useState(serverClock.offsetMs)
  useEffect(() => {
    const timer = setInterval(() => setOffset(serverClock.offsetMs()), 5000)
    return () => clearInterval(timer)
  }, [])
  if (offset === null || Math.abs(offset) < WORTH_SAYING_MS) return null
  return <p className="soft">{t('skew', { minutes: Math.round(Math.abs(offset) / 60_000) })}</p>
}
