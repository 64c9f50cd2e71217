import { useWhen } from './use-when'
import type { ActivityOut } from './volunteering-types'

/** The shifts that are held as choices: the post and when. */
export function useShiftNames({ shifts }: Pick<ActivityOut, 'shifts'>) {
  const when = useWhen()
  return shifts
    .filter(({ state }) => state === 'open')
    .map(({ id, post, starts_at, ends_at }) => ({ value: id, label: `${post} ${when(starts_at, ends_at)}` }))
}
