import { Steps } from 'antd'
import { useFormat } from '../../../app/use-format'
import type { HistoryEntry } from '../../../components/history-query'
import { useText } from '../../../i18n/use-text'
import type { Nomination } from '../secretary-types'
import { useTurn } from './NominationTag'
import { nominationStepsText } from './nomination-actions-text'
import { doneBy, placeOf, STEPS } from './nomination-steps'

interface NominationStepsProps {
  readonly nomination: Nomination
  readonly history: readonly HistoryEntry[]
}

/** Every step with who took it when; the one whose turn it is says whose. */
export function NominationSteps({ nomination, history }: NominationStepsProps) {
  const t = useText(nominationStepsText)
  const format = useFormat()
  const turn = useTurn()
  const place = placeOf(nomination, history)
  return (
    <section aria-label={t('progress')} className="nomination-steps">
      <p className="secretary-turn" role="status">
        {turn(nomination)}
      </p>
      <Steps
        size="small"
        current={place.at}
        status={place.status}
        items={STEPS.map((step) => {
          const deed = doneBy(step, place, history)
          return {
            title: t(`step_${step}`),
            ...(deed !== undefined && {
              content: (
                <>
                  {deed.actor_label}
                  <br />
                  {format.dayOf(deed.occurred_at)}
                </>
              ),
            }),
          }
        })}
      />
    </section>
  )
}
