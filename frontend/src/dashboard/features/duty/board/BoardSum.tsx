import { daysBetween } from '@/shared/format/format'
import { useSettings } from '../../../app/settings-query'
import { useFormat } from '../../../app/use-format'
import { useText } from '../../../i18n/use-text'
import type { DutyBoardOut } from '../duty-types'
import { isOwed } from './board-search'
import { boardText } from './board-text'

/** The days that are left and what is owed, in one line. */
export function BoardSum({ board }: { readonly board: DutyBoardOut }) {
  const t = useText(boardText)
  const format = useFormat()
  const { today } = useSettings()
  const days = daysBetween(today, board.report_due_on)
  const left =
    days > 0
      ? t('days_left', { count: days })
      : days === 0
        ? t('due_today')
        : t('days_over', { count: -days })
  const parts = [
    t('due', { date: format.date(board.report_due_on), left }),
    t('owed', { count: board.items.filter(isOwed).length }),
    ...(board.late > 0 ? [t('late_count', { count: board.late })] : []),
  ]
  return <p className="board-sum">{parts.join(' · ')}</p>
}
