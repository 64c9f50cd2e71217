import type { OwnDutyResultOut } from '@/shared/api/schema.gen'
import { NOTHING } from '@/shared/format/format'
import { useFormat } from '../../../app/use-format'
import { useText } from '../../../i18n/use-text'
import { resultsText } from '../results/results-text'
import { Score } from '../results/Score'
import { myResultsText } from './my-results-text'

/** The grade and the total, with how many were in the class. */
export function MyFigures({ result }: { readonly result: OwnDutyResultOut }) {
  const t = useText(myResultsText)
  const words = useText(resultsText)
  const format = useFormat()
  const { grade_title, total, total_withheld, spread, decision_reason, acknowledged_at } = result
  return (
    <dl className="result-figures">
      <div>
        <dt>{words('grade')}</dt>
        <dd>{grade_title ?? NOTHING}</dd>
      </div>
      <div>
        <dt>{words('total')}</dt>
        <dd>
          <Score score={total} withheld={total_withheld} />
        </dd>
      </div>
      <div className="soft">
        <dt className="unseen">{t('class_and_acts')}</dt>
        <dd className="result-decision">
          {spread !== null && <p>{t('class', { n: spread.n })}</p>}
          {decision_reason !== null && <p>{words('reason', { reason: decision_reason })}</p>}
          {acknowledged_at !== null && (
            <p>{t('acknowledged_at', { at: format.dateTime(acknowledged_at) })}</p>
          )}
        </dd>
      </div>
    </dl>
  )
}
