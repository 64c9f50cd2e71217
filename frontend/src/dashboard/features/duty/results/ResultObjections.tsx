import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ObjectionOut } from '@/shared/api/schema.gen'
import { useFormat } from '../../../app/use-format'
import { useCan } from '../../../auth/session-query'
import { ListFace } from '../../../components/ListFace'
import { StatusTag } from '../../../components/StatusTag'
import { useText } from '../../../i18n/use-text'
import { useRecordWords } from '../../../records/use-record-words'
import { type ResultKey, resultObjectionsQuery } from './result-queries'
import { resultsText } from './results-text'

/** What was objected to in this result, and what became of it. */
export function ResultObjections({ of }: { readonly of: ResultKey }) {
  const t = useText(resultsText)
  const list = useQuery(resultObjectionsQuery(of))
  const objections = list.data ?? []
  return (
    <section className="duty-section" aria-labelledby="result-objections">
      <h2 id="result-objections">{t('objections')}</h2>
      <ListFace list={list} isEmpty={false} empty={{ title: '' }}>
        {objections.length === 0 ? (
          <p className="soft">{t('objections_none')}</p>
        ) : (
          <ul className="rows">
            {objections.map((objection) => (
              <Objection key={objection.id} objection={objection} />
            ))}
          </ul>
        )}
      </ListFace>
    </section>
  )
}

function Objection({ objection }: { readonly objection: ObjectionOut }) {
  const t = useText(resultsText)
  const words = useRecordWords()
  const format = useFormat()
  const can = useCan()
  const { id, about_part, text, state, answer, created_at, decided_on } = objection
  return (
    <li className="row">
      <div className="row-what">
        <span className="row-title">{about_part ?? t('title')}</span>
        <p className="result-writing">{text}</p>
        {answer !== null && <p className="result-writing">{answer}</p>}
        <span className="soft">
          {format.dateTime(created_at)}
          {decided_on !== null && ` · ${format.date(decided_on)}`}
        </span>
      </div>
      <StatusTag tone={decided_on === null ? 'waiting' : 'done'}>{words.state(state)}</StatusTag>
      {can('objections.read') && (
        <Link to="/objections/$objectionId" params={{ objectionId: id }} className="row-action">
          {t('objection_open')}
        </Link>
      )}
    </li>
  )
}
