import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../app/use-format'
import { ListFace } from '../../../components/ListFace'
import { useText } from '../../../i18n/use-text'
import type { SchemeRevisionOut } from '../duty-types'
import { SchemeChanges } from './SchemeChanges'
import { schemeRevisionsQuery } from './scheme-queries'
import { schemeText } from './scheme-text'

/** Every version since the opening: who changed what, and why. */
export function SchemeRevisions({ roundId }: { readonly roundId: string }) {
  const t = useText(schemeText)
  const list = useQuery(schemeRevisionsQuery(roundId))
  const latestFirst = [...(list.data ?? [])].sort((one, other) => other.revision - one.revision)
  return (
    <section className="duty-section" aria-labelledby="scheme-revisions">
      <h2 id="scheme-revisions">{t('revisions')}</h2>
      <ListFace list={list} isEmpty={latestFirst.length === 0} empty={{ title: t('none') }}>
        <ol className="scheme-revisions">
          {latestFirst.map((revision) => (
            <Revision key={revision.id} revision={revision} />
          ))}
        </ol>
      </ListFace>
    </section>
  )
}

function Revision({ revision }: { readonly revision: SchemeRevisionOut }) {
  const t = useText(schemeText)
  const format = useFormat()
  const { revision: number, reason, made_by_name: name, created_at, changes } = revision
  return (
    <li>
      <p>
        <strong>{t(reason === null ? 'revision_first' : 'revision_later', { number })}</strong>{' '}
        <span className="soft">{t('revision_by', { name, at: format.dateTime(created_at) })}</span>
      </p>
      {reason !== null && <p>{t('revision_why', { reason })}</p>}
      {changes.length > 0 && <SchemeChanges changes={changes} />}
    </li>
  )
}
