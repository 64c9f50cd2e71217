import { useEffect, useRef } from 'react'
import type { OwnAttendanceOut } from '@/shared/api/schema.gen'
import { askTimed } from '../../app/api'
import { useKeptAnswer } from '../../app/kept-answer'
import { useQueue } from '../../app/use-queue'

export const ATTENDANCE = '/api/v1/me/attendance'

/** Today's attendance, asked anew whenever the server has taken another record of this phone. */
export function useAttendance() {
  const { rows } = useQueue()
  const { loaded, reload } = useKeptAnswer<OwnAttendanceOut>(ATTENDANCE, askTimed)
  const settled = rows.filter(({ state }) => state === 'done').length
  const known = useRef(settled)
  useEffect(() => {
    if (known.current === settled) return
    known.current = settled
    reload()
  }, [settled, reload])
  return { loaded, reload }
}
