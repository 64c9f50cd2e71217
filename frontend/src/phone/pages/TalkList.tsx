import type { TalkOut } from '@/shared/api/schema.gen'
import { talkState } from '../app/talk-state'
import { useFormat } from '../app/use-format'
import { useText } from '../app/use-text'
import { workText } from '../app/work-text'

interface TalkListProps {
  readonly talks: readonly TalkOut[]
  readonly timeZone: string
}

/** Talks with me: what waits for my acknowledgement first. */
export function TalkList({ talks, timeZone }: TalkListProps) {
  const t = useText(workText)
  const format = useFormat(timeZone)
  const waiting = (talk: TalkOut) => (talk.allowed_actions.includes('acknowledge') ? 0 : 1)
  const inOrder = [...talks].sort(
    (one, other) => waiting(one) - waiting(other) || other.due_on.localeCompare(one.due_on),
  )
  return (
    <section>
      <h2>{t('talks')}</h2>
      {talks.length === 0 && <p className="soft">{t('talks_empty')}</p>}
      <ul className="tasks">
        {inOrder.map((talk) => (
          <li key={talk.id}>
            <a href={`#/talks/${talk.id}`}>{talk.title}</a>
            <span className="soft">
              {t(`talk_${talk.kind}`)} · {format.date(talk.held_on ?? talk.due_on)}
            </span>
            <span className={waiting(talk) === 0 ? 'late' : 'soft'}>
              {waiting(talk) === 0 && <b aria-hidden="true">! </b>}
              {t(talkState(talk))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
