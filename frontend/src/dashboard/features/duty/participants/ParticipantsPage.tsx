import { SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Input, Segmented } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useCan } from '../../../auth/session-query'
import { ListFace } from '../../../components/ListFace'
import { useText } from '../../../i18n/use-text'
import { wordsText } from '../../../i18n/words-text'
import type { DutyParticipantOut, DutyRoundOut } from '../duty-types'
import { roundQuery } from '../round-queries'
import { isRunBy } from '../rounds/round-standing'
import { AddParticipantButton } from './AddParticipantButton'
import { ParticipantList } from './ParticipantList'
import { participantsQuery } from './participant-queries'
import { participantsText } from './participants-text'
import { RefreshButton } from './RefreshButton'
import './participants.css'

/** Who takes part, in the order of the meeting. */
export function ParticipantsPage({ id }: { readonly id: string }) {
  const { data: round } = useQuery(roundQuery(id))
  return round === undefined ? null : <Participants round={round} />
}

type View = 'all' | 'exceptions'

function Participants({ round }: { readonly round: DutyRoundOut }) {
  const t = useText(participantsText)
  const list = useQuery(participantsQuery(round.id))
  const can = useCan()
  const runs = isRunBy(round) && can('duty_rounds.write')
  const mayJoin = runs && JOINING.includes(round.state)
  const mayOrder = runs && ORDERING.includes(round.state)
  const [view, setView] = useState<View>('all')
  const [typed, setTyped] = useState('')
  const asked = useDeferredValue(typed.trim().toLowerCase())
  const all = list.data ?? []
  const shown = all.filter((row) => isShown(row, view, asked))
  const isFiltered = asked !== '' || view !== 'all'
  return (
    <section aria-label={t('list')}>
      <Tools view={view} onView={setView} typed={typed} onType={setTyped} />
      <div className="list-tools">
        <Sum rows={all} />
        {mayJoin && (
          <span className="list-tools-end">
            {round.state === 'draft' && <RefreshButton round={round} />}
            <AddParticipantButton roundId={round.id} />
          </span>
        )}
      </div>
      {mayOrder && <OrderHint isClosed={!mayJoin} />}
      <ListFace
        list={list}
        isEmpty={shown.length === 0}
        isFiltered={isFiltered && all.length > 0}
        empty={{ title: t('empty'), hint: t('empty_hint') }}
      >
        <ParticipantList
          roundId={round.id}
          all={all}
          shown={shown}
          mayJoin={mayJoin}
          mayOrder={mayOrder}
          mayDrag={mayOrder && !isFiltered}
        />
      </ListFace>
    </section>
  )
}

/** Until the appraisal begins people join and leave; their order may change until it ends. */
const JOINING: readonly DutyRoundOut['state'][] = ['draft', 'reporting']
const ORDERING: readonly DutyRoundOut['state'][] = [...JOINING, 'appraising']

function isShown(row: DutyParticipantOut, view: View, asked: string): boolean {
  const { included, exception_reason, in_office, name, organisation_name } = row
  if (view === 'exceptions' && included && exception_reason === null && in_office) return false
  return asked === '' || `${name} ${organisation_name}`.toLowerCase().includes(asked)
}

function OrderHint({ isClosed }: { readonly isClosed: boolean }) {
  const t = useText(participantsText)
  return (
    <p className="soft">
      {t('order_hint')}
      {isClosed && t('closed')}
    </p>
  )
}

interface ToolsProps {
  readonly view: View
  readonly onView: (view: View) => void
  readonly typed: string
  readonly onType: (typed: string) => void
}

function Tools({ view, onView, typed, onType }: ToolsProps) {
  const t = useText(participantsText)
  const words = useText(wordsText)
  return (
    <search className="filter-bar">
      <Input
        className="filter-text"
        prefix={<SearchOutlined aria-hidden />}
        aria-label={t('search')}
        placeholder={t('search')}
        allowClear
        value={typed}
        onChange={({ target }) => onType(target.value)}
      />
      <Segmented
        aria-label={t('show')}
        value={view}
        options={[
          { value: 'all', label: words('all') },
          { value: 'exceptions', label: t('only_exceptions') },
        ]}
        onChange={onView}
      />
    </search>
  )
}

function Sum({ rows }: { readonly rows: readonly DutyParticipantOut[] }) {
  const t = useText(participantsText)
  const count = rows.filter(({ included }) => included).length
  return (
    <span className="soft list-count" aria-live="polite">
      {rows.length > 0 && t('sum', { count, left: rows.length - count })}
    </span>
  )
}
