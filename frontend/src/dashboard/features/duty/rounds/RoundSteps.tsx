import { Steps } from 'antd'
import { useFormat } from '../../../app/use-format'
import { useText } from '../../../i18n/use-text'
import type { DutyRoundOut, DutyRoundState } from '../duty-types'
import { roundActsText } from './round-acts-text'
import { ROUND_STATES } from './rounds-search'
import { useRoundTurn } from './use-round-turn'

type Moment = 'opened_at' | 'appraised_at' | 'calculated_at' | 'published_at'

/** When a step was reached, where the round keeps it. */
const REACHED: Readonly<Partial<Record<DutyRoundState, Moment>>> = {
  reporting: 'opened_at',
  appraising: 'appraised_at',
  calculated: 'calculated_at',
  published: 'published_at',
}

/** How far the round is, and whose turn it is. */
export function RoundSteps({ round }: { readonly round: DutyRoundOut }) {
  const t = useText(roundActsText)
  const format = useFormat()
  const turn = useRoundTurn()
  const at = ROUND_STATES.indexOf(round.state)
  return (
    <section aria-label={t('steps')} className="duty-steps">
      <p className="duty-turn" role="status">
        {turn(round)}
      </p>
      <Steps
        size="small"
        current={at}
        status={round.state === 'archived' ? 'finish' : 'process'}
        items={ROUND_STATES.map((state) => {
          const name = REACHED[state]
          const reached = name === undefined ? null : round[name]
          return {
            title: t(`step_${state}`),
            ...(reached !== null && { content: format.dayOf(reached) }),
          }
        })}
      />
    </section>
  )
}
