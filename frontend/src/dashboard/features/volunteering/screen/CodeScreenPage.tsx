import { useQuery } from '@tanstack/react-query'
import { ListFace } from '../../../components/ListFace'
import { useText } from '../../../i18n/use-text'
import { wordsText } from '../../../i18n/words-text'
import { activityQuery } from '../activities/activity-queries'
import type { ActivityOut, ShiftOut } from '../volunteering-types'
import { CodeBoard } from './CodeBoard'
import { ScreenBar } from './ScreenBar'
import { screenText } from './screen-text'
import { useWakeLock } from './use-wake-lock'
import './screen.css'

interface CodeScreenPageProps {
  readonly activityId: string
  readonly shiftId: string | undefined
  readonly onShift: (shiftId: string) => void
}

/** What is projected at the place: one code that changes by itself, and how many are in. */
export function CodeScreenPage({ activityId, shiftId, onShift }: CodeScreenPageProps) {
  const activity = useQuery(activityQuery(activityId))
  useWakeLock()
  return (
    <main className="screen">
      <ListFace list={activity} isEmpty={false} empty={{ title: '' }}>
        {activity.data !== undefined && (
          <Screen activity={activity.data} shiftId={shiftId} onShift={onShift} />
        )}
      </ListFace>
    </main>
  )
}

interface ScreenProps extends Omit<CodeScreenPageProps, 'activityId'> {
  readonly activity: ActivityOut
}

function Screen({ activity, shiftId, onShift }: ScreenProps) {
  const t = useText(screenText)
  const words = useText(wordsText)
  const shifts = activity.shifts.filter(({ state }) => state === 'open')
  const shift = shifts.find(({ id }) => id === shiftId) ?? presentOf(shifts)
  return (
    <>
      <title>{`${t('title', { title: activity.title })} · ${words('product')}`}</title>
      <ScreenBar activity={activity} shifts={shifts} shift={shift} onShift={onShift} />
      {shift === undefined ? (
        <p className="screen-none">{t('no_shift')}</p>
      ) : (
        <CodeBoard key={shift.id} shift={shift} title={activity.title} />
      )}
    </>
  )
}

/** The shift that is on or comes next; the last one when all are over. */
function presentOf(shifts: readonly ShiftOut[]): ShiftOut | undefined {
  const now = Date.now()
  const closesAt = ({ ends_at, closes_minutes }: ShiftOut) => Date.parse(ends_at) + closes_minutes * 60_000
  return shifts.find((shift) => closesAt(shift) > now) ?? shifts.at(-1)
}
