import { useState } from 'react'
import { read } from '@/shared/api/client'
import type { OwnActivityOut, OwnShiftOut, OwnSignUpOut } from '@/shared/api/schema.gen'
import { activityText } from '../../app/activity-text'
import { api, serverClock } from '../../app/api'
import { LoadProblem } from '../../app/LoadProblem'
import { useFormat } from '../../app/use-format'
import { useSending } from '../../app/use-sending'
import { useText } from '../../app/use-text'
import { useWho } from '../../app/who'

interface ShiftListProps {
  readonly activity: OwnActivityOut
  readonly onChange: () => void
}

/** The shifts with my own place in each. */
export function ShiftList({ activity, onChange }: ShiftListProps) {
  const t = useText(activityText)
  return (
    <section>
      <h2>{t('shifts')}</h2>
      {!activity.sign_up_required && <p className="soft">{t('no_sign_up')}</p>}
      <ul className="shifts">
        {activity.shifts.map((shift) => (
          <Shift key={shift.id} shift={shift} onChange={onChange} />
        ))}
      </ul>
    </section>
  )
}

interface ShiftProps {
  readonly shift: OwnShiftOut
  readonly onChange: () => void
}

function Shift({ shift, onChange }: ShiftProps) {
  const t = useText(activityText)
  const format = useFormat(useWho().settings.time_zone)
  const [told, setTold] = useState<string | null>(null)
  const { post, place, starts_at, ends_at, cancelled_at, own_sign_up } = shift
  const isIn = own_sign_up !== null && own_sign_up.state !== 'cancelled'
  const isAhead = Date.parse(starts_at) > serverClock.now()
  const tell = (text: string) => {
    setTold(text)
    onChange()
  }
  return (
    <li>
      <strong>{post}</strong>
      <span>{format.span(starts_at, ends_at)}</span>
      {place !== null && <span className="soft">{place}</span>}
      <Places shift={shift} />
      {cancelled_at !== null && <span className="late">{t('shift_cancelled')}</span>}
      {isIn && cancelled_at === null && <OwnPlace signUp={own_sign_up} />}
      {told !== null && <p role="status">{told}</p>}
      {isIn && isAhead && cancelled_at === null && <CancelButton signUp={own_sign_up} onTold={tell} />}
      {!isIn && <SignUpButton shift={shift} onTold={tell} />}
    </li>
  )
}

function Places({ shift: { capacity, confirmed_count, waitlisted_count } }: { readonly shift: OwnShiftOut }) {
  const t = useText(activityText)
  const taken =
    capacity === null
      ? t('places_open', { count: confirmed_count })
      : t('places', { count: confirmed_count, capacity })
  return (
    <span className="soft">
      {taken}
      {waitlisted_count > 0 && ` · ${t('waiting', { count: waitlisted_count })}`}
    </span>
  )
}

function OwnPlace({ signUp: { state, waiting_place } }: { readonly signUp: OwnSignUpOut }) {
  const t = useText(activityText)
  return (
    <span className="mark">
      {state === 'confirmed' ? `✓ ${t('confirmed')}` : t('waitlisted', { place: waiting_place ?? 1 })}
    </span>
  )
}

interface SignUpButtonProps {
  readonly shift: OwnShiftOut
  readonly onTold: (text: string) => void
}

function SignUpButton({ shift, onTold }: SignUpButtonProps) {
  const t = useText(activityText)
  const { isBusy, failure, send } = useSending()
  const { closed_because: closed, can_sign_up, cancelled_at } = shift
  const signUp = () =>
    send(async () => {
      const made = await read(api.POST('/api/v1/sign-ups', { body: { shift_id: shift.id } }))
      onTold(
        made.state === 'waitlisted'
          ? t('waiting_now', { place: made.waiting_place ?? 1 })
          : t('signed_up_now'),
      )
    })
  if (cancelled_at !== null) return null
  return (
    <>
      {closed !== null && <span className="soft">{t(`closed_${closed}`)}</span>}
      {failure !== null && <LoadProblem error={failure} />}
      {(can_sign_up || closed === 'full_waiting') && (
        <button type="button" className="primary" disabled={isBusy} onClick={() => void signUp()}>
          {t(closed === 'full_waiting' ? 'join_waiting' : 'sign_up')}
        </button>
      )}
    </>
  )
}

interface CancelButtonProps {
  readonly signUp: OwnSignUpOut
  readonly onTold: (text: string) => void
}

function CancelButton({ signUp, onTold }: CancelButtonProps) {
  const t = useText(activityText)
  const [isAsking, setAsking] = useState(false)
  const { isBusy, failure, send } = useSending()
  const cancel = () =>
    send(async () => {
      await api.POST('/api/v1/sign-ups/{sign_up_id}/actions/{action}', {
        params: { path: { sign_up_id: signUp.id, action: 'cancel' } },
      })
      onTold(t('cancelled_now'))
    })
  if (!isAsking) {
    return (
      <button type="button" onClick={() => setAsking(true)}>
        {t('cancel')}
      </button>
    )
  }
  return (
    <div className="ask">
      <p>{t('cancel_ask')}</p>
      {failure !== null && <LoadProblem error={failure} />}
      <button type="button" className="primary" disabled={isBusy} onClick={() => void cancel()}>
        {t('cancel_yes')}
      </button>
      <button type="button" onClick={() => setAsking(false)}>
        {t('cancel_no')}
      </button>
    </div>
  )
}
