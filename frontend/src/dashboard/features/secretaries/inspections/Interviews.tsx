import { LockOutlined } from '@ant-design/icons'
import { useCan } from '../../../auth/session-query'
import { useText } from '../../../i18n/use-text'
import type { Inspection } from '../secretary-types'
import { InterviewEntry } from './InterviewEntry'
import { InterviewProgress } from './InterviewProgress'
import { InterviewTable } from './InterviewTable'
import { inspectionsText } from './inspections-text'

/** Who was heard, by group. What was said is for those who may read it. */
export function Interviews({ inspection }: { readonly inspection: Inspection }) {
  const t = useText(inspectionsText)
  const can = useCan()
  const { id, state, interviews } = inspection
  const mayRead = can('inspection_notes.read')
  const mayWrite = can('inspections.conduct') && state === 'in_progress'
  return (
    <section aria-labelledby="inspection-interviews" className="secretary-section">
      <h2 id="inspection-interviews">{t('interviews')}</h2>
      <InterviewProgress interviews={interviews} />
      <p className="inspection-lock">
        <LockOutlined aria-hidden /> {t(mayRead ? 'restricted' : 'restricted_you')}
      </p>
      {state === 'planned' && <p className="soft">{t('interviews_after_start')}</p>}
      {mayWrite && <InterviewEntry inspectionId={id} />}
      {mayRead && state !== 'planned' && <InterviewTable inspectionId={id} isWritten={mayWrite} />}
    </section>
  )
}
