import { Link } from '@tanstack/react-router'
import { useCan } from '../../../auth/session-query'
import { useText } from '../../../i18n/use-text'
import { InspectionStateTag } from '../inspections/InspectionStateTag'
import type { Nomination } from '../secretary-types'
import { nominationsText } from './nominations-text'

/** How the inspection stands and what it found, as far as the reader may know it. */
export function InspectionFact({ nomination }: { readonly nomination: Nomination }) {
  const t = useText(nominationsText)
  const can = useCan()
  const { inspection_id: id, inspection_state: state, finding } = nomination
  if (id === null || state === null) return null
  return (
    <span className="nomination-inspection">
      <InspectionStateTag state={state} />
      {finding !== null && <span>{t(`finding_${finding}`)}</span>}
      {can('inspections.read') && (
        <Link to="/secretaries/inspections/$inspectionId" params={{ inspectionId: id }}>
          {t('inspection_open')}
        </Link>
      )}
    </span>
  )
}
