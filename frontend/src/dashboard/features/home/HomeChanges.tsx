import type { HomeChange } from '@/shared/api/session-types'
import { useFormat } from '../../app/use-format'
import { PathLink } from '../../components/PathLink'
import { useText } from '../../i18n/use-text'
import { subjectPath } from '../../records/subject-path'
import { useActorName } from '../../records/use-actor-name'
import { useRecordWords } from '../../records/use-record-words'
import { type ChangeGroup, groupChanges } from './change-groups'
import { HomeEmpty, HomeSection } from './HomeSection'
import { homeText } from './home-text'
import './home.css'

interface HomeChangesProps {
  readonly changes: readonly HomeChange[]
}

export function HomeChanges({ changes }: HomeChangesProps) {
  const t = useText(homeText)
  return (
    <HomeSection title={t('changes')}>
      {changes.length === 0 && <HomeEmpty title={t('changes_empty')} hint={t('changes_empty_hint')} />}
      <ul className="rows">
        {groupChanges(changes).map((group) => (
          <ChangeRow key={`${group.first.recorded_at} ${group.first.subject_id}`} group={group} />
        ))}
      </ul>
    </HomeSection>
  )
}

function ChangeRow({ group: { first, count } }: { readonly group: ChangeGroup }) {
  const t = useText(homeText)
  const words = useRecordWords()
  const actor = useActorName()
  const format = useFormat()
  const path = subjectPath(first.subject_type, first.subject_id)
  const kind = words.subject(first.subject_type)
  // Some records have no name of their own: their kind leads to them.
  const name = first.subject_label || kind
  return (
    <li className="row">
      <span className="row-date">{format.dateTime(first.recorded_at)}</span>
      <span className="row-what">
        <span className="home-change">
          {actor(first.actor_label)} {words.action(first.action)}{' '}
          {first.subject_label === '' ? '' : `${kind} `}
          {path === null ? name : <PathLink path={path}>{name}</PathLink>}
          {count > 1 && t('and_others', { count: count - 1 })}
        </span>
      </span>
    </li>
  )
}
