import { Steps } from 'antd'
import type { TalkKind, TalkOut, TalkState } from '@/shared/api/schema.gen'
import { useText } from '../../i18n/use-text'
import { talkActionsText } from './talk-actions-text'

type Words = keyof typeof talkActionsText

const STEPS: Readonly<Record<TalkKind, readonly Words[]>> = {
  appointment: ['step_talk', 'step_acknowledge'],
  reminder: ['step_talk', 'step_acknowledge', 'step_rectify', 'step_verify'],
  inquiry: ['step_send', 'step_reply'],
  letter: ['step_send', 'step_receipt'],
}

const AT: Readonly<Record<TalkState, number>> = {
  scheduled: 0,
  held: 1,
  acknowledged: 2,
  rectifying: 2,
  awaiting_verification: 3,
  closed: 3,
  cancelled: 0,
}

/** Kinds that call a turn otherwise than talks do. */
const TURNS: Readonly<Record<string, Words>> = {
  inquiry_scheduled: 'turn_send',
  letter_scheduled: 'turn_send',
  inquiry_held: 'turn_reply',
  letter_held: 'turn_receipt',
  appointment_acknowledged: 'turn_done',
  inquiry_acknowledged: 'turn_done',
  letter_acknowledged: 'turn_done',
}

function statusOf(talk: TalkOut, isLast: boolean): 'process' | 'finish' | 'error' {
  if (talk.state === 'cancelled') return 'error'
  const isOver = talk.state === 'closed' || talk.state === 'acknowledged'
  return isOver && isLast ? 'finish' : 'process'
}

/** How far it is, and whose turn it is. */
export function TalkSteps({ talk }: { readonly talk: TalkOut }) {
  const t = useText(talkActionsText)
  const { kind, state, name, addressee, organisation_name: organisation } = talk
  const steps = STEPS[kind]
  const at = Math.min(AT[state], steps.length - 1)
  // Rectification may be opened before the person has acknowledged the talk.
  const isUnacknowledged = talk.acknowledged_at === null
  const isLast = at === steps.length - 1
  const turn = t(TURNS[`${kind}_${state}`] ?? `turn_${state}`, {
    name: name ?? addressee ?? organisation,
    organisation,
  })
  return (
    <section aria-label={t('steps')} className="talk-steps">
      <Steps
        size="small"
        current={at}
        status={statusOf(talk, isLast)}
        items={steps.map((step, index) => ({
          title: t(step),
          ...(index === at && { content: turn }),
          ...(index < at && step === 'step_acknowledge' && isUnacknowledged && { status: 'wait' as const }),
        }))}
      />
    </section>
  )
}
