import type { HomeChange } from '@/shared/api/session-types'
import { useFormat } from '../../app/use-format'
import { PathLink } from '../../components/PathLink'
import { useText } from '../../i18n/use-text'
import { HomeEmpty, HomeSection } from './HomeSection'
import { changesText, homeText, subjectsText } from './home-text'
import { subjectPath } from './subject-path'

interface HomeChangesProps {
  readonly changes: readonly HomeChange[]
}

export function HomeChanges({ changes }: HomeChangesProps) {
  const t = useText(homeText)
  return (
    <HomeSection title={t('changes')}>
      {changes.length === 0 && <HomeEmpty title={t('changes_empty')} hint={t('changes_empty_hint')} />}
      <ul className="rows">
        {changes.map((change) => (
          <ChangeRow key={`${change.recorded_at} ${change.action} ${change.subject_id}`} change={change} />
        ))}
      </ul>
    </HomeSection>
  )
}

function ChangeRow({ change }: { readonly change: HomeChange }) {
  const action = useText(changesText)
  const subject = useText(subjectsText)
  const format = useFormat()
  const path = subjectPath(change)
  return (
    <li className="row">
      <span className="row-date">{format.dateTime(change.recorded_at)}</span>
      <span className="row-what">
        <span>
          {change.actor_label} {action.code(change.action)} {subject.code(change.subject_type)}{' '}
          {path === null ? change.subject_label : <PathLink path={path}>{change.subject_label}</PathLink>}
        </span>
      </span>
    </li>
  )
}
