import { useInfiniteQuery } from '@tanstack/react-query'
import type { ObjectionOut } from '@/shared/api/schema.gen'
import { useFormat } from '../../app/use-format'
import { ListFace } from '../../components/ListFace'
import { StatusTag } from '../../components/StatusTag'
import { useText } from '../../i18n/use-text'
import { useRecordWords } from '../../records/use-record-words'
import { archiveText } from './archive-text'
import { ownObjectionsQuery } from './objection-queries'

/** What I objected to, how far it is, and the answers. */
export function OwnObjections({ personId }: { readonly personId: string }) {
  const t = useText(archiveText)
  const list = useInfiniteQuery(ownObjectionsQuery(personId))
  const objections = list.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <section className="archive-objections" aria-labelledby="own-objections">
      <h2 id="own-objections">{t('objections')}</h2>
      <ListFace list={list} isEmpty={objections.length === 0} empty={{ title: t('objections_none') }}>
        <ul className="rows">
          {objections.map((objection) => (
            <Objection key={objection.id} objection={objection} />
          ))}
        </ul>
      </ListFace>
    </section>
  )
}

function Objection({ objection }: { readonly objection: ObjectionOut }) {
  const t = useText(archiveText)
  const words = useRecordWords()
  const format = useFormat()
  const { about_part, text, state, answer, created_at, decided_on } = objection
  const isDecided = decided_on !== null
  return (
    <li className="row">
      <div className="row-what">
        <span className="row-title">{about_part ?? t('title')}</span>
        <p className="archive-text">{text}</p>
        {answer !== null && (
          <p className="archive-text">
            <strong>{t('answer')}</strong> {answer}
          </p>
        )}
        <span className="soft">
          {t('filed_on', { at: format.dateTime(created_at) })}
          {isDecided && ` · ${t('decided_on', { day: format.date(decided_on) })}`}
        </span>
      </div>
      <StatusTag tone={isDecided ? 'done' : 'waiting'}>{words.state(state)}</StatusTag>
    </li>
  )
}
