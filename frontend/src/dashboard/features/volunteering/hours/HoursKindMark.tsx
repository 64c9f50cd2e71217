import { useText } from '../../../i18n/use-text'
import { hoursWordsText } from '../volunteering-text'
import type { VolunteerHoursOut } from '../volunteering-types'
import { hoursText } from './hours-text'

/** Recorded at the time, or entered afterwards with its delay. */
export function HoursKindMark({ hours: { kind, delay_days } }: { readonly hours: VolunteerHoursOut }) {
  const t = useText(hoursText)
  const words = useText(hoursWordsText)
  if (kind === 'recorded') return <>{words('recorded')}</>
  return <span className="vol-late">{t('late_by', { count: delay_days })}</span>
}
