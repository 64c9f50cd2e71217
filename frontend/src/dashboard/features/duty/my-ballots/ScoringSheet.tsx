import { Alert, Button, Result } from 'antd'
import type { BallotOut } from '@/shared/api/schema.gen'
import { ballotText } from '@/shared/ballot/ballot-text'
import { isComplete, sheetOf } from '@/shared/ballot/sheet'
import { ConfirmButton } from '../../../components/ConfirmButton'
import { ProblemAlert } from '../../../components/ProblemAlert'
import { useText } from '../../../i18n/use-text'
import { myBallotsText } from './my-ballots-text'
import { ScoringRow } from './ScoringRow'
import { Secrecy } from './Secrecy'
import { useOwnBallot } from './use-own-ballot'

interface ScoringSheetProps {
  readonly sessionId: string
  readonly ballot: BallotOut
}

/** Everybody on the ballot below each other, and the one act at the end. */
export function ScoringSheet({ sessionId, ballot }: ScoringSheetProps) {
  const t = useText(myBallotsText)
  const words = useText(ballotText)
  const own = useOwnBallot(sessionId, ballot)
  const { participants, criteria } = ballot
  if (own.isCast) return <Result status="success" title={words('cast')} subTitle={words('cast_hint')} />
  if (own.isSealed) return <Sealed isSending={own.isSending} onSend={() => void own.cast()} />
  const isOpen = ({ id }: { readonly id: string }) => !isComplete(criteria, sheetOf(own.sheets, id))
  const left = participants.filter(isOpen)
  return (
    <>
      <Secrecy />
      {own.failure !== null && <ProblemAlert error={own.failure} />}
      <ol className="scoring" aria-label={t('sheet')}>
        {participants.map((participant, at) => (
          <ScoringRow
            key={participant.id}
            place={at + 1}
            participant={participant}
            criteria={criteria}
            sheet={sheetOf(own.sheets, participant.id)}
            onSheet={(sheet) => own.rate(participant.id, sheet)}
          />
        ))}
      </ol>
      <footer className="scoring-end">
        <Progress all={participants.length} left={left.map(({ id }) => id)} />
        <ConfirmButton
          label={words('send')}
          title={t('send_title')}
          description={
            <>
              <p>
                {t('sum', {
                  all: participants.length,
                  abstained: participants.filter(({ id }) => sheetOf(own.sheets, id).abstain).length,
                })}
              </p>
              <p>{words('send_hint')}</p>
            </>
          }
          type="primary"
          disabled={left.length > 0}
          onConfirm={own.cast}
        />
      </footer>
    </>
  )
}

interface ProgressProps {
  readonly all: number
  /** Ids of those who are not finished, in their order. */
  readonly left: readonly string[]
}

function Progress({ all, left }: ProgressProps) {
  const t = useText(myBallotsText)
  const [next] = left
  const show = () => document.getElementById(`scoring-${next}`)?.scrollIntoView({ block: 'center' })
  return (
    <span className="scoring-progress" role="status">
      {t('rated', { done: all - left.length, all })}
      {next !== undefined && (
        <Button type="link" size="small" onClick={show}>
          {t('go_left')}
        </Button>
      )}
    </span>
  )
}

interface SealedProps {
  readonly isSending: boolean
  readonly onSend: () => void
}

/** On its way: it is never changed any more, so that it counts once. */
function Sealed({ isSending, onSend }: SealedProps) {
  const words = useText(ballotText)
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      title={words(isSending ? 'sending' : 'not_sent')}
      description={isSending ? undefined : words('not_sent_hint')}
      action={
        <Button loading={isSending} onClick={onSend}>
          {words('send_again')}
        </Button>
      }
    />
  )
}
