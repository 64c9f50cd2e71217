import { Tooltip } from 'antd'
import type { GroupScoreOut } from '@/shared/api/schema.gen'
import { NOTHING } from '@/shared/format/format'
import { useText } from '../../../i18n/use-text'
import { resultsText } from './results-text'

interface ScoreProps {
  readonly score: string | null
  readonly withheld: boolean
  /** True where too few sheets came in. */
  readonly missing?: boolean | null
  /** Null for the record of tasks, which nobody votes on. */
  readonly sheets?: number | null
}

/** A score, or in words why none is shown. */
export function Score({ score, withheld, missing = false, sheets = 0 }: ScoreProps) {
  const t = useText(resultsText)
  if (score !== null) return score
  if (withheld) {
    return (
      <Tooltip title={t('withheld_why')}>
        <span className="soft result-withheld">{t('withheld')}</span>
      </Tooltip>
    )
  }
  if (!missing) return <span className="soft">{NOTHING}</span>
  return <span className="soft">{t(sheets === null ? 'no_tasks' : 'missing')}</span>
}

interface GroupScoreProps {
  readonly group: Pick<GroupScoreOut, 'score' | 'withheld' | 'missing' | 'sheets'>
}

/** The score of a rater group. */
export function GroupScore({ group: { score, withheld, missing, sheets } }: GroupScoreProps) {
  return <Score score={score} withheld={withheld} missing={missing} sheets={sheets} />
}
