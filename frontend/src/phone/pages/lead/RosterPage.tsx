import { useEffect, useRef, useState } from 'react'
import type { CheckInType, RosterLineOut } from '@/shared/api/schema.gen'
import { queue, serverClock } from '../../app/api'
import { BackLink } from '../../app/BackLink'
import { LoadProblem } from '../../app/LoadProblem'
import { phoneText } from '../../app/phone-text'
import { SavedRecords } from '../../app/SavedRecords'
import { usePages } from '../../app/use-pages'
import { useQueue } from '../../app/use-queue'
import { useText } from '../../app/use-text'
import { presentUserId } from '../../app/who'
import { vibrate } from '../../device/vibrate'
import { leadText } from './lead-text'
import { Person } from './Person'
import { type Filter, matches, presentRow } from './roster'
import { SaidTime } from './SaidTime'
import { type Said, saidFault } from './said-fault'

interface RosterPageProps {
  readonly id: string
  readonly shiftId: string
}

const FILTERS = ['all', 'expected', 'inside', 'left', 'review'] as const

/** The list of a shift: who is expected, in, gone; one tap marks somebody, with or without a network. */
export function RosterPage({ id, shiftId }: RosterPageProps) {
  const t = useText(leadText)
  const phone = useText(phoneText)
  const [filter, setFilter] = useState<Filter>({ q: '', presence: 'all' })
  const [said, setSaid] = useState<Said | null>(null)
  const { loaded, people, hasMore, more, isBusy, failure, reload } = useRoster(id, shiftId)
  const shown = people.filter((person) => matches(person, filter))
  const canMark = saidFault(said, serverClock.now()) === null
  return (
    <>
      <BackLink hash={`#/lead/${id}`} label={t('back_lead')} />
      <h1>{t('list')}</h1>
      <SavedRecords />
      <FilterFields filter={filter} onChange={setFilter} />
      <SaidTime said={said} onChange={setSaid} />
      {loaded.state === 'loading' && <p role="status">{phone('loading')}</p>}
      {loaded.state === 'failed' && <LoadProblem error={loaded.error} onRetry={reload} />}
      {loaded.state === 'ready' && shown.length === 0 && <p className="soft">{t('nobody')}</p>}
      <ul className="roster">
        {shown.map((person) => (
          <Person
            key={`${person.person_id} ${person.shift_id}`}
            person={person}
            canMark={canMark}
            onMark={(kind) => void mark(person, kind, said)}
          />
        ))}
      </ul>
      {failure !== null && <LoadProblem error={failure} />}
      {hasMore && (
        <button type="button" disabled={isBusy} onClick={more}>
          {t('more')}
        </button>
      )}
    </>
  )
}

async function mark(person: RosterLineOut, kind: CheckInType, said: Said | null): Promise<void> {
  await queue.add(
    {
      kind,
      method: 'list',
      shiftId: person.shift_id,
      personId: person.person_id,
      code: null,
      memberCode: null,
      lateReason: said?.reason.trim() || null,
      saidAt: said?.at ?? null,
      capturedAt: Date.now(),
    },
    presentUserId(),
  )
  vibrate('right')
}

/** The people of a shift with what this phone has marked, read anew when the server has taken it. */
function useRoster(id: string, shiftId: string) {
  const { rows } = useQueue()
  const { items, ...rest } = usePages<RosterLineOut>(
    `/api/v1/activities/${id}/roster?shift_id=${shiftId}&limit=200`,
  )
  const marked = rows.filter((row) => row.shiftId === shiftId && row.personId !== null)
  const settled = marked.filter(({ state }) => state !== 'pending').length
  const known = useRef(settled)
  const { reload, isLong, loadedAt } = rest
  useEffect(() => {
    if (known.current === settled) return
    known.current = settled
    // A list of several pages stays where the leader is in it; the marks are drawn over it.
    if (!isLong) reload()
  }, [settled, reload, isLong])
  return { ...rest, people: items.map((person) => presentRow(person, marked, loadedAt)) }
}

interface FilterFieldsProps {
  readonly filter: Filter
  readonly onChange: (filter: Filter) => void
}

function FilterFields({ filter, onChange }: FilterFieldsProps) {
  const t = useText(leadText)
  return (
    <>
      <label>
        {t('search')}
        <input
          type="search"
          value={filter.q}
          onChange={(event) => onChange({ ...filter, q: event.target.value })}
        />
      </label>
      <fieldset className="chips">
        <legend className="unseen">{t('show')}</legend>
        {FILTERS.map((presence) => (
          <button
            key={presence}
            type="button"
            aria-pressed={presence === filter.presence}
            onClick={() => onChange({ ...filter, presence })}
          >
            {t(presence)}
          </button>
        ))}
      </fieldset>
    </>
  )
}
