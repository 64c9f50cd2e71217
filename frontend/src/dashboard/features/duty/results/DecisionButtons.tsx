import { App } from 'antd'
import type { DutyResultOut } from '@/shared/api/schema.gen'
import { ConfirmButton } from '../../../components/ConfirmButton'
import { useText } from '../../../i18n/use-text'
import type { DutyRoundOut } from '../duty-types'
import { DifferButton } from './DifferButton'
import { type ResultAction, useActOnResult, useDecide } from './result-queries'
import { resultsText } from './results-text'

interface DecisionButtonsProps {
  readonly result: DutyResultOut
  readonly round: DutyRoundOut
}

/** What the reader may do about the grade now. */
export function DecisionButtons({ result, round }: DecisionButtonsProps) {
  const allowed = result.allowed_actions
  return (
    <>
      {allowed.includes('decide') && <DecideButton result={result} />}
      {allowed.includes('decide') && <DifferButton result={result} grades={round.scheme?.grades ?? []} />}
      {allowed.includes('confirm') && <ActButton action="confirm" result={result} isPrimary />}
      {allowed.includes('refuse') && <ActButton action="refuse" result={result} />}
      {allowed.includes('take_back') && <ActButton action="take_back" result={result} />}
    </>
  )
}

function DecideButton({ result }: { readonly result: DutyResultOut }) {
  const t = useText(resultsText)
  const { message } = App.useApp()
  const decide = useDecide(result)
  const { name, proposed_grade: grade, proposed_grade_title } = result
  if (grade === null) return null
  return (
    <ConfirmButton
      label={t('decide')}
      title={t('decide_title', { name, grade: proposed_grade_title ?? grade })}
      description={t('decide_text')}
      type="primary"
      onConfirm={async () => {
        await decide.mutateAsync({ grade })
        void message.success(t('decided_now'))
      }}
    />
  )
}

interface ActButtonProps {
  readonly action: ResultAction
  readonly result: DutyResultOut
  readonly isPrimary?: boolean
}

function ActButton({ action, result, isPrimary = false }: ActButtonProps) {
  const t = useText(resultsText)
  const { message } = App.useApp()
  const act = useActOnResult(result)
  const values = {
    name: result.name,
    grade: result.decided_grade_title ?? '',
    by: result.decided_by_name ?? '',
  }
  return (
    <ConfirmButton
      label={t(action)}
      title={t(`${action}_title`, values)}
      description={
        <>
          <p>{t(`${action}_text`, values)}</p>
          {result.decision_reason !== null && <p>{t('reason', { reason: result.decision_reason })}</p>}
        </>
      }
      reason={action === 'confirm' ? 'none' : 'required'}
      {...(isPrimary && { type: 'primary' as const })}
      onConfirm={async (reason) => {
        await act.mutateAsync({ action, reason })
        void message.success(t(`${action}_done`))
      }}
    />
  )
}
