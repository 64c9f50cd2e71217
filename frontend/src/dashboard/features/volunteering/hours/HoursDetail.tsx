import { useText } from '../../../i18n/use-text'
import type { VolunteerHoursOut } from '../volunteering-types'
import { HoursActions } from './HoursActions'
import { HoursExplanation } from './HoursExplanation'
import { hoursText } from './hours-text'

/** What an opened row shows: the sum, the reason, and what may be done. */
export function HoursDetail({ hours }: { readonly hours: VolunteerHoursOut }) {
  const t = useText(hoursText)
  return (
    <div className="vol-hours-detail">
      <HoursExplanation id={hours.id} />
      {hours.reason !== null && (
        <p>
          <span className="soft">{t('reason')} </span>
          {hours.reason}
        </p>
      )}
      <div className="vol-row-acts">
        <HoursActions hours={hours} />
      </div>
    </div>
  )
}
