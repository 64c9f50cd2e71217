import type { CheckInType } from '@/shared/api/schema.gen'
import { useFormat } from '../../app/use-format'
import { useText } from '../../app/use-text'
import { useWho } from '../../app/who'
import { leadText } from './lead-text'
import type { PresentRow } from './roster'

interface PersonProps {
  readonly person: PresentRow
  readonly canMark: boolean
  readonly onMark: (kind: CheckInType) => void
}

/** One line of the list with the one thing to do next. */
export function Person({ person, canMark, onMark }: PersonProps) {
  const t = useText(leadText)
  const { name, organisation_name, presence } = person
  const next = presence === 'inside' ? 'exit' : 'entry'
  return (
    <li>
      <div>
        <strong>{name}</strong>
        <span className="soft">{organisation_name}</span>
        <Presences person={person} />
      </div>
      <button
        type="button"
        className={presence === 'expected' ? 'primary' : ''}
        disabled={!canMark}
        aria-label={t(`mark_${next}`, { name })}
        onClick={() => onMark(next)}
      >
        {t(next)}
      </button>
    </li>
  )
}

function Presences({ person }: { readonly person: PresentRow }) {
  const t = useText(leadText)
  const format = useFormat(useWho().settings.time_zone)
  const { presence, pairs, needs_review, sign_up_state, waiting } = person
  const times = pairs.map(({ entry, exit }) => {
    const [from, until] = [entry, exit].map((one) => (one === null ? '' : format.time(one.occurred_at)))
    return `${from}–${until}`
  })
  const words = [
    t(presence),
    ...times,
    needs_review ? t('review') : '',
    sign_up_state === null ? t('not_signed_up') : '',
    waiting === null ? '' : t('waiting'),
  ]
  return <span className={presence === 'inside' ? 'mark' : 'soft'}>{words.filter(Boolean).join(' · ')}</span>
}
