import type { GroupScoreOut } from '@/shared/api/schema.gen'
import { NOTHING } from '@/shared/format/format'
import { useText } from '../../../i18n/use-text'
import { resultsText } from './results-text'
import { GroupScore } from './Score'

interface GroupScoresProps {
  readonly groups: readonly GroupScoreOut[]
}

/** Every rater group with its score and how many voted; withheld ones say so. */
export function GroupScores({ groups }: GroupScoresProps) {
  const t = useText(resultsText)
  return (
    <>
      <table className="chart-table result-groups">
        <thead>
          <tr>
            <th scope="col">{t('group')}</th>
            <th scope="col">{t('score')}</th>
            <th scope="col">{t('sheets')}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.key}>
              <th scope="row">{group.title}</th>
              <td>
                <GroupScore group={group} />
              </td>
              <td>{group.withheld ? t('withheld') : (group.sheets ?? NOTHING)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {groups.some(({ withheld }) => withheld) && <p className="soft result-why">{t('withheld_why')}</p>}
    </>
  )
}
