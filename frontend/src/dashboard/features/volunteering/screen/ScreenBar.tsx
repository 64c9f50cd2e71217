import { FullscreenOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useCan } from '../../../auth/session-query'
import { useText } from '../../../i18n/use-text'
import { useShiftNames } from '../use-shift-names'
import type { ActivityOut, ShiftOut } from '../volunteering-types'
import { screenText } from './screen-text'

interface ScreenBarProps {
  readonly activity: ActivityOut
  readonly shifts: readonly ShiftOut[]
  readonly shift: ShiftOut | undefined
  readonly onShift: (shiftId: string) => void
}

/** Whoever leads without reading the desk's pages came from the phone's, and goes back there. */
function Leave({ activityId }: { readonly activityId: string }) {
  const t = useText(screenText)
  const can = useCan()
  const words = (
    <>
      <span aria-hidden>‹ </span>
      {t('leave')}
    </>
  )
  if (!can('volunteering.read')) return <a href="/m/">{words}</a>
  return (
    <Link to="/volunteering/activities/$activityId" params={{ activityId }}>
      {words}
    </Link>
  )
}

/** The way back, the shift, and the whole screen. */
export function ScreenBar({ activity, shifts, shift, onShift }: ScreenBarProps) {
  const t = useText(screenText)
  const names = useShiftNames(activity)
  return (
    <header className="screen-bar">
      <Leave activityId={activity.id} />
      {shifts.length > 1 && (
        <Select
          aria-label={t('shift')}
          className="screen-shift"
          popupMatchSelectWidth={false}
          value={shift?.id ?? null}
          options={[...names]}
          onChange={(id: string | null) => {
            if (id !== null) onShift(id)
          }}
        />
      )}
      {document.fullscreenEnabled && (
        <Button
          icon={<FullscreenOutlined aria-hidden />}
          onClick={() => void document.documentElement.requestFullscreen()}
        >
          {t('full')}
        </Button>
      )}
    </header>
  )
}
