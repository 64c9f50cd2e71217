import type { OwnBallotOut } from '@/shared/api/schema.gen'
import { votingName } from '@/shared/format/voting-name'
import { phoneText } from '../app/phone-text'
import { useText } from '../app/use-text'

/** What somebody may vote on by account; nothing where there is none. */
export function BallotList({ ballots }: { readonly ballots: readonly OwnBallotOut[] }) {
  const t = useText(phoneText)
  if (ballots.length === 0) return null
  return (
    <section>
      <h2>{t('ballots')}</h2>
      <ul className="tasks">
        {ballots.map(({ session_id, state, round_title, title, group_title }) => (
          <li key={session_id}>
            <a href={`#/ballots/${session_id}`}>{round_title}</a>
            <span className="soft">{votingName({ title, group_title })}</span>
            {state === 'waiting' && <span className="soft">{t('ballot_waiting')}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
