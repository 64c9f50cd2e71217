import type { DutyResultOut } from '@/shared/api/schema.gen'
import { NOTHING } from '@/shared/format/format'
import { useFormat } from '../../../app/use-format'
import { useText } from '../../../i18n/use-text'
import { resultsText } from './results-text'
import { Score } from './Score'

/** The three things that one looks for: the total, the proposal, the decision with who made it. */
export function DecisionFacts({ result }: { readonly result: DutyResultOut }) {
  const t = useText(resultsText)
  const { total, total_withheld, proposed_grade_title, decided_grade_title } = result
  return (
    <dl className="result-figures">
      <div>
        <dt>{t('total')}</dt>
        <dd>
          <Score score={total} withheld={total_withheld} />
        </dd>
      </div>
      <div>
        <dt>{t('proposed')}</dt>
        <dd>{proposed_grade_title ?? t('no_grade')}</dd>
      </div>
      <div>
        <dt>{t('decided')}</dt>
        <dd>{decided_grade_title ?? NOTHING}</dd>
        <Decision result={result} />
      </div>
    </dl>
  )
}

function Decision({ result }: { readonly result: DutyResultOut }) {
  const t = useText(resultsText)
  const format = useFormat()
  const { state, decided_by_name, decided_at, decision_reason, acknowledged_at } = result
  const said = (key: 'decided_by' | 'confirmed_by', by: string | null, at: string | null) =>
    by !== null && at !== null && <p>{t(key, { by, at: format.dateTime(at) })}</p>
  return (
    <dd className="result-decision soft">
      {said('decided_by', decided_by_name, decided_at)}
      {said('confirmed_by', result.confirmed_by_name, result.confirmed_at)}
      {state === 'awaiting_confirmation' && <p>{t('waits_second')}</p>}
      {decision_reason !== null && <p>{t('reason', { reason: decision_reason })}</p>}
      {state === 'published' && (
        <p>
          {acknowledged_at === null
            ? t('not_acknowledged')
            : t('acknowledged', { at: format.dateTime(acknowledged_at) })}
        </p>
      )}
    </dd>
  )
}
