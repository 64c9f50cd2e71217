import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useFormat } from '../../../app/use-format'
import { useCan } from '../../../auth/session-query'
import { ConfirmButton } from '../../../components/ConfirmButton'
import { HistoryButton } from '../../../components/HistoryDrawer'
import { useText } from '../../../i18n/use-text'
import { useRecordWords } from '../../../records/use-record-words'
import { roundStatesText } from '../duty-text'
import type { DutyRoundAction, DutyRoundOut } from '../duty-types'
import { everyResultQuery } from '../results/result-queries'
import { roundHistoryPath, useActOnRound, useDeleteRound } from '../round-queries'
import { EditRoundButton } from './EditRoundButton'
import { roundActsText } from './round-acts-text'
import { isRunBy, owedIn } from './round-standing'
import { roundsText } from './rounds-text'

interface RoundActionsProps {
  readonly round: DutyRoundOut
}

/** In the order in which they come; the last goes back. */
const STEPS = ['open', 'start_appraisal', 'publish', 'calculate', 'archive', 'reopen'] as const

/** The acts that the server allows now, and what those who run the round do with any of them. */
export function RoundActions({ round }: RoundActionsProps) {
  const words = useRecordWords()
  const states = useText(roundStatesText)
  const can = useCan()
  const { allowed_actions: allowed, state } = round
  const shown = STEPS.filter((action) => allowed.includes(action))
  const runs = isRunBy(round)
  const undecided = useUndecided(round)
  return (
    <>
      {shown.map((action) => (
        <StepButton
          key={action}
          action={action}
          round={round}
          undecided={undecided}
          isPrimary={action === shown[0] && isReady(round, action, undecided)}
        />
      ))}
      <MeetingLink round={round} />
      {runs && can('duty_rounds.write') && <EditRoundButton round={round} />}
      {runs && state !== 'draft' && can('duty_rounds.write') && <CopyLink id={round.id} />}
      {runs && state === 'draft' && can('duty_rounds.write') && <DeleteButton round={round} />}
      {(runs || allowed.length > 0) && (
        <HistoryButton
          path={roundHistoryPath(round.id)}
          names={{ action: words.action, state: states.code }}
        />
      )}
    </>
  )
}

/** Grades that are still to be decided before the results can be published; unknown until they are read. */
function useUndecided({ id, allowed_actions }: DutyRoundOut): number | undefined {
  const { data: results } = useQuery({
    ...everyResultQuery(id),
    enabled: allowed_actions.includes('publish'),
  })
  return results?.filter(({ state }) => state !== 'decided').length
}

/** Going back, opening without a scheme and publishing without every grade are not what comes next. */
function isReady({ scheme }: DutyRoundOut, action: DutyRoundAction, undecided: number | undefined): boolean {
  if (action === 'publish') return undecided === 0
  return action !== 'reopen' && (action !== 'open' || scheme !== null)
}

interface StepButtonProps extends RoundActionsProps {
  readonly action: DutyRoundAction
  readonly undecided: number | undefined
  readonly isPrimary: boolean
}

function StepButton({ action, round, undecided, isPrimary }: StepButtonProps) {
  const t = useText(roundActsText)
  const { message } = App.useApp()
  const format = useFormat()
  const act = useActOnRound(round.id)
  const owed = owedIn(round)
  const values = { count: round.counts.participants, date: format.date(round.report_due_on) }
  return (
    <ConfirmButton
      label={t(action)}
      title={t(`${action}_title`, { title: round.title })}
      description={
        <>
          <p>{t(`${action}_text`, values)}</p>
          {action === 'start_appraisal' && owed > 0 && <p>{t('start_appraisal_owed', { count: owed })}</p>}
          {action === 'publish' && undecided !== undefined && undecided > 0 && (
            <p>{t('publish_undecided', { count: undecided })}</p>
          )}
        </>
      }
      reason={action === 'reopen' ? 'required' : 'none'}
      {...(isPrimary && { type: 'primary' as const })}
      onConfirm={async (reason) => {
        await act.mutateAsync({ action, ...(reason !== '' && { reason }) })
        void message.success(t(`${action}_done`))
      }}
    />
  )
}

const MEETING_IN: readonly DutyRoundOut['state'][] = ['reporting', 'appraising']

function MeetingLink({ round }: RoundActionsProps) {
  const t = useText(roundsText)
  const can = useCan()
  if (!MEETING_IN.includes(round.state) || !round.organises || !can('duty_comments.write')) return null
  return (
    <Link to="/duty/rounds/$roundId/meeting" params={{ roundId: round.id }} tabIndex={-1}>
      <Button>{t('meeting')}</Button>
    </Link>
  )
}

function CopyLink({ id }: { readonly id: string }) {
  const t = useText(roundsText)
  return (
    <Link to="/duty/rounds/new" search={{ from: id }} tabIndex={-1}>
      <Button>{t('copy')}</Button>
    </Link>
  )
}

function DeleteButton({ round: { id, title } }: RoundActionsProps) {
  const t = useText(roundsText)
  const { message } = App.useApp()
  const navigate = useNavigate()
  const remove = useDeleteRound(id)
  return (
    <ConfirmButton
      label={t('delete')}
      title={t('delete_title', { title })}
      description={t('delete_text')}
      danger
      onConfirm={async () => {
        await navigate({ to: '/duty' })
        await remove.mutateAsync()
        void message.success(t('deleted'))
      }}
    />
  )
}
