import { StatusTag } from '../../../components/StatusTag'
import { useText } from '../../../i18n/use-text'
import type { Inspection, InterviewGroup } from '../secretary-types'
import { inspectionsText } from './inspections-text'

export const GROUPS: readonly InterviewGroup[] = ['leaders', 'members', 'masses']

/** How many people of each of the three groups were heard. */
export function InterviewProgress({ interviews }: Pick<Inspection, 'interviews'>) {
  const t = useText(inspectionsText)
  return (
    <div className="interview-progress">
      <dl>
        {GROUPS.map((group) => (
          <div key={group}>
            <dt>{t(group)}</dt>
            <dd className="numeric">
              <strong>{t('people_count', { count: interviews[group] })}</strong>
              {interviews[group] > 0 ? (
                <StatusTag tone="done">{t('group_there')}</StatusTag>
              ) : (
                <StatusTag tone="waiting">{t('group_missing')}</StatusTag>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p className="soft">{t('interviews_total', { count: interviews.total })}</p>
    </div>
  )
}
