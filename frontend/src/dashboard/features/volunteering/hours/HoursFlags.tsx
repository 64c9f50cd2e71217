import { StatusTag } from '../../../components/StatusTag'
import { useText } from '../../../i18n/use-text'
import { hoursFlagsText, hoursWordsText } from '../volunteering-text'
import type { VolunteerHoursOut } from '../volunteering-types'

/** What the verifier should look at, in words; a code that this release does not know stays as it is. */
export function HoursFlags({ hours: { flags, approval } }: { readonly hours: VolunteerHoursOut }) {
  const t = useText(hoursFlagsText)
  const words = useText(hoursWordsText)
  if (flags.length === 0 && approval === 'own') return <span className="soft">—</span>
  return (
    <span className="vol-flags">
      {flags.map((flag) => (
        <StatusTag key={flag} tone="warning">
          {t.code(flag)}
        </StatusTag>
      ))}
      {approval !== 'own' && <StatusTag tone="waiting">{words(approval)}</StatusTag>}
    </span>
  )
}
