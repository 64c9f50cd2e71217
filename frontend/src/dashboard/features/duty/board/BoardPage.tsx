import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo, useState } from 'react'
import { useSettings } from '../../../app/settings-query'
import { FilterBar } from '../../../components/FilterBar'
import { ListFace } from '../../../components/ListFace'
import { useText } from '../../../i18n/use-text'
import { reportStatesText } from '../duty-text'
import type { BoardState, DutyBoardOut } from '../duty-types'
import { REPORT_STATES, ReportCounts } from '../ReportCounts'
import { BoardSum } from './BoardSum'
import { BoardTable } from './BoardTable'
import { boardQuery } from './board-queries'
import { type BoardSearch, isOwed, rowsOf } from './board-search'
import { boardText } from './board-text'
import { RemindButton } from './RemindButton'
import './board.css'

interface BoardPageProps {
  readonly id: string
  readonly search: BoardSearch
  readonly onSearch: (change: BoardSearch) => void
}

/** Who has not started, is writing, handed in, was sent back. */
export function BoardPage({ id, search, onSearch }: BoardPageProps) {
  const t = useText(boardText)
  const board = useQuery(boardQuery(id))
  return (
    <section aria-label={t('title')}>
      <ListFace
        list={board}
        isEmpty={board.data?.items.length === 0}
        empty={{ title: t('empty'), hint: t('empty_hint') }}
      >
        {board.data !== undefined && <Board board={board.data} search={search} onSearch={onSearch} />}
      </ListFace>
    </section>
  )
}

interface BoardProps extends Omit<BoardPageProps, 'id'> {
  readonly board: DutyBoardOut
}

const NOBODY: ReadonlySet<string> = new Set()

function Board({ board, search, onSearch }: BoardProps) {
  const { today } = useSettings()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(NOBODY)
  const asked = useDeferredValue(search)
  const days = useMemo(() => ({ dueOn: board.report_due_on, today }), [board.report_due_on, today])
  const rows = useMemo(() => rowsOf(board.items, asked, days), [board.items, asked, days])
  const owing = rows.filter(isOwed)
  const reminded = owing.filter(({ participant_id }) => chosen.has(participant_id))
  return (
    <>
      <BoardSum board={board} />
      <ReportCounts
        counts={countsOf(board)}
        chosen={search.state}
        onChoose={(state) => onSearch({ state })}
      />
      <BoardFilters search={search} onSearch={onSearch} />
      <div className="list-tools">
        <Shown shown={rows.length} total={board.items.length} />
        {board.may_remind && (
          <RemindButton
            roundId={board.round_id}
            items={board.items}
            chosen={reminded.map(({ participant_id }) => participant_id)}
            onDone={() => setChosen(NOBODY)}
          />
        )}
      </div>
      <BoardTable rows={rows} days={days} mayChoose={board.may_remind} chosen={chosen} onChoose={setChosen} />
    </>
  )
}

function countsOf({ counts }: DutyBoardOut): Readonly<Partial<Record<BoardState, number>>> {
  return counts
}

function Shown({ shown, total }: { readonly shown: number; readonly total: number }) {
  const t = useText(boardText)
  return (
    <span className="soft list-count" aria-live="polite">
      {shown === total ? t('shown', { shown, count: shown }) : t('shown_of', { shown, total })}
    </span>
  )
}

function BoardFilters({ search, onSearch }: Pick<BoardPageProps, 'search' | 'onSearch'>) {
  const t = useText(boardText)
  const states = useText(reportStatesText)
  return (
    <FilterBar
      fields={[
        { kind: 'text', name: 'q', label: t('search') },
        {
          kind: 'select',
          name: 'state',
          label: t('state'),
          options: REPORT_STATES.map((value) => ({ value, label: states(value) })),
        },
        {
          kind: 'select',
          name: 'late',
          label: t('late'),
          options: [
            { value: 'late', label: t('late_only') },
            { value: 'overdue', label: t('overdue_only') },
          ],
        },
      ]}
      values={search}
      onChange={onSearch}
    />
  )
}
