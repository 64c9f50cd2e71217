import { type Dispatch, memo, type SetStateAction, useCallback, useDeferredValue, useMemo } from 'react'
import { NOTHING } from '@/shared/format/format'
import { useFormat } from '../../../app/use-format'
import { PathLink } from '../../../components/PathLink'
import { StatusTag } from '../../../components/StatusTag'
import { useText } from '../../../i18n/use-text'
import { dutyText, reportStatesText } from '../duty-text'
import type { DutyBoardRowOut } from '../duty-types'
import { REPORT_TONES } from '../report-tones'
import { isOverdue, isOwed } from './board-search'
import { boardText } from './board-text'

interface BoardTableProps {
  readonly rows: readonly DutyBoardRowOut[]
  readonly days: { readonly dueOn: string; readonly today: string }
  readonly mayChoose: boolean
  readonly chosen: ReadonlySet<string>
  readonly onChoose: Dispatch<SetStateAction<ReadonlySet<string>>>
}

const AT_ONCE = 50

/** A plain table: 1,500 rows are drawn once, and a choice draws one of them anew. */
export function BoardTable({ rows, days, mayChoose, chosen, onChoose }: BoardTableProps) {
  const words = useRowWords(days.today)
  const { t } = words
  const drawn = useDeferredValue(rows, rows.slice(0, AT_ONCE))
  const owing = rows.filter(isOwed).map(({ participant_id }) => participant_id)
  const hasAll = owing.length > 0 && owing.every((id) => chosen.has(id))
  const toggle = useCallback(
    (id: string) =>
      onChoose((before) => {
        const next = new Set(before)
        if (!next.delete(id)) next.add(id)
        return next
      }),
    [onChoose],
  )
  return (
    <table className="board-table">
      <thead>
        <tr>
          {mayChoose && (
            <th scope="col" className="board-choose" data-label={t('choose_all')}>
              <input
                type="checkbox"
                aria-label={t('choose_all')}
                disabled={owing.length === 0}
                checked={hasAll}
                onChange={() => onChoose(new Set(hasAll ? [] : owing))}
              />
            </th>
          )}
          <th scope="col" className="board-place">
            {t('place')}
          </th>
          <th scope="col">{t('person')}</th>
          <th scope="col">{t('organisation')}</th>
          <th scope="col">{t('standing')}</th>
          <th scope="col">{t('changed')}</th>
          <th scope="col">{t('reminded')}</th>
        </tr>
      </thead>
      <tbody>
        {drawn.map((row) => (
          <BoardRow
            key={row.participant_id}
            row={row}
            overdue={isOverdue(row, days)}
            words={words}
            mayChoose={mayChoose}
            isChosen={chosen.has(row.participant_id)}
            onToggle={toggle}
          />
        ))}
      </tbody>
    </table>
  )
}

/** Made once for all rows: each would make its formats of dates and numbers anew. */
function useRowWords(today: string) {
  const t = useText(boardText)
  const states = useText(reportStatesText)
  const late = useText(dutyText)('late')
  const format = useFormat()
  return useMemo(() => ({ t, states, late, format, today }), [t, states, late, format, today])
}

type RowWords = ReturnType<typeof useRowWords>

interface BoardRowProps {
  readonly row: DutyBoardRowOut
  readonly overdue: boolean
  readonly words: RowWords
  readonly mayChoose: boolean
  readonly isChosen: boolean
  readonly onToggle: (id: string) => void
}

const BoardRow = memo(DrawnRow)

function DrawnRow({ row, overdue, words, mayChoose, isChosen, onToggle }: BoardRowProps) {
  const { t, states, late: lateWord, format, today } = words
  const { name, organisation_name, state, late, updated_at, reminded_on } = row
  return (
    <tr>
      {mayChoose && (
        <td className="board-choose">
          {isOwed(row) && (
            <input
              type="checkbox"
              aria-label={t('choose_of', { name })}
              checked={isChosen}
              onChange={() => onToggle(row.participant_id)}
            />
          )}
        </td>
      )}
      <td className="board-place numeric">{row.position}</td>
      <td className="board-name">
        {row.report_id === null ? name : <PathLink path={`/duty/reports/${row.report_id}`}>{name}</PathLink>}
      </td>
      <td className="board-organisation">{organisation_name}</td>
      <td>
        <span className="duty-state">
          <StatusTag tone={REPORT_TONES[state]}>{states(state)}</StatusTag>
          {late && <span className="duty-late">{lateWord}</span>}
          {overdue && <StatusTag tone="overdue">{t('overdue')}</StatusTag>}
        </span>
      </td>
      <td className="numeric" data-label={t('changed')}>
        {updated_at === null ? NOTHING : format.dateTime(updated_at)}
      </td>
      <td className="numeric" data-label={t('reminded')}>
        {reminded_on === today ? t('reminded_today') : format.date(reminded_on)}
      </td>
    </tr>
  )
}
