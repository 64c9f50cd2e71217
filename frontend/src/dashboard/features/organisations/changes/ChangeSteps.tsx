import { Steps } from 'antd'
import { useFormat } from '../../../app/use-format'
import { useText } from '../../../i18n/use-text'
import type { Change, ChangeState } from './change-types'
import { changesText } from './changes-text'

interface Place {
  readonly at: number
  readonly status: 'process' | 'error' | 'finish'
}

/** Preparing, submitting, deciding, taking effect: the step whose turn it is. */
const PLACES: Readonly<Record<ChangeState, Place>> = {
  draft: { at: 1, status: 'process' },
  returned: { at: 1, status: 'error' },
  withdrawn: { at: 1, status: 'error' },
  submitted: { at: 2, status: 'process' },
  rejected: { at: 2, status: 'error' },
  approved: { at: 3, status: 'process' },
  applied: { at: 3, status: 'finish' },
}

export function ChangeSteps({ change }: { readonly change: Change }) {
  const t = useText(changesText)
  const format = useFormat()
  const { state, effective_on, obstacle } = change
  const { at, status } = PLACES[state]
  const turn = t(state === 'approved' && obstacle !== null ? 'turn_obstacle' : `turn_${state}`, {
    date: format.date(effective_on),
  })
  const stages = [t('stage_prepare'), t('stage_submit'), t('stage_decide'), t('stage_apply')]
  return (
    <section aria-label={t('whose_turn')} className="org-steps">
      <Steps
        size="small"
        current={at}
        status={obstacle !== null && state === 'approved' ? 'error' : status}
        items={stages.map((title, index) => ({ title, ...(index === at && { content: turn }) }))}
      />
    </section>
  )
}
