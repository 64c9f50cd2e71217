import { ballotText } from '@/shared/ballot/ballot-text'
import { isComplete, sheetOf } from '@/shared/ballot/sheet'
import { votingName } from '@/shared/format/voting-name'
import { useText } from '../../app/use-text'
import { AnotherBallot } from './AnotherBallot'
import type { Face, KeptBallot } from './kept-ballot'
import { phoneBallotText } from './phone-ballot-text'
import { Secrecy } from './Secrecy'

interface StartProps {
  readonly kept: KeptBallot
  readonly onGo: (face: Face) => void
  readonly onAnother: (() => void) | undefined
}

/** What is voted on, as whom, and why nobody learns how. */
export function Start({ kept: { ballot, sheets }, onGo, onAnother }: StartProps) {
  const t = useText(phoneBallotText)
  const words = useText(ballotText)
  const { round_title, organisation_name, group_title, title, participants, criteria } = ballot
  const isOpen = ({ id }: { readonly id: string }) => !isComplete(criteria, sheetOf(sheets, id))
  const begun = Object.keys(sheets).length > 0
  const first = participants.findIndex(isOpen)
  return (
    <>
      <h1>{round_title}</h1>
      <p className="soft">{organisation_name}</p>
      <p className="ballot-group">{votingName({ title, group_title })}</p>
      <p>{t('facts', { people: participants.length, count: criteria.length })}</p>
      <p className="notice">{words('secret_short')}</p>
      <button type="button" className="primary" onClick={() => onGo(first === -1 ? 'review' : first)}>
        {t(begun ? 'go_on' : 'start')}
      </button>
      <Secrecy />
      <AnotherBallot onAnother={onAnother} />
    </>
  )
}
