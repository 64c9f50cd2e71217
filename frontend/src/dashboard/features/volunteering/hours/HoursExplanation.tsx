import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useFormat } from '../../../app/use-format'
import { ProblemAlert } from '../../../components/ProblemAlert'
import { useText } from '../../../i18n/use-text'
import { useDuration } from '../use-duration'
import { explanationQuery } from './hours-queries'
import { hoursText } from './hours-text'

const HOUR = 60

/** The sum line by line: it can be added up on paper. */
export function HoursExplanation({ id }: { readonly id: string }) {
  const t = useText(hoursText)
  const format = useFormat()
  const duration = useDuration()
  const { data, error } = useQuery(explanationQuery(id))
  if (error !== null) return <ProblemAlert error={error} />
  if (data === undefined) return <Skeleton active title={false} paragraph={{ rows: 3 }} />
  return (
    <table className="vol-sum">
      <caption>{t('explanation')}</caption>
      <thead className="unseen">
        <tr>
          <th scope="col">{t('explanation_line')}</th>
          <th scope="col">{t('minutes_unit')}</th>
        </tr>
      </thead>
      <tbody>
        {data.lines.map(({ text, minutes }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same, and none changes its place
          <tr key={index}>
            <td>{text}</td>
            <td>{format.number(minutes)}</td>
          </tr>
        ))}
        <tr className="vol-sum-total">
          <th scope="row">
            {t('explanation_sum')}
            {data.minutes >= HOUR && <span className="soft"> = {duration(data.minutes)}</span>}
          </th>
          <td>{format.number(data.minutes)}</td>
        </tr>
      </tbody>
    </table>
  )
}
