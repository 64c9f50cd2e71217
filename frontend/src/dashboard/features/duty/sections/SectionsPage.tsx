import { useQuery } from '@tanstack/react-query'
import { useCan } from '../../../auth/session-query'
import { useText } from '../../../i18n/use-text'
import type { DutyRoundOut } from '../duty-types'
import { roundQuery } from '../round-queries'
import { isRunBy } from '../rounds/round-standing'
import { SectionsEditor } from './SectionsEditor'
import { sectionsText } from './sections-text'
import './sections.css'

/** What a report consists of: edited while the round is prepared. */
export function SectionsPage({ id }: { readonly id: string }) {
  const can = useCan()
  const { data: round } = useQuery(roundQuery(id))
  if (round === undefined) return null
  const mayWrite = round.state === 'draft' && isRunBy(round) && can('duty_rounds.write')
  return mayWrite ? <SectionsEditor key={round.id} round={round} /> : <SectionsList round={round} />
}

function SectionsList({ round }: { readonly round: DutyRoundOut }) {
  const t = useText(sectionsText)
  return (
    <>
      {isRunBy(round) && <p className="soft">{t('frozen')}</p>}
      <ol className="duty-section-list">
        {round.report_sections.map(({ key, title, hint, advised_characters }) => (
          <li key={key}>
            <p>
              <strong>{title}</strong>
              {typeof advised_characters === 'number' && (
                <span className="soft">{t('advised', { count: advised_characters })}</span>
              )}
            </p>
            {hint !== '' && <p className="soft">{hint}</p>}
          </li>
        ))}
      </ol>
    </>
  )
}
