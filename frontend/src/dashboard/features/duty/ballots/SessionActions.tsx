import { App } from 'antd'
import type { BallotSessionOut } from '@/shared/api/schema.gen'
import { ConfirmButton } from '../../../components/ConfirmButton'
import { HistoryButton } from '../../../components/HistoryDrawer'
import { useText } from '../../../i18n/use-text'
import { useRecordWords } from '../../../records/use-record-words'
import type { DutyRoundOut } from '../duty-types'
import { ballotSessionHistoryPath, useActOnBallotSession } from './ballot-session-queries'
import { ballotsText } from './ballots-text'
import { PeopleButton } from './PeopleButton'
import { SlipsButton } from './SlipsButton'
import { VoidButton } from './VoidButton'

interface SessionActionsProps {
  readonly session: BallotSessionOut
  readonly round: DutyRoundOut
}

/** What the server allows with a voting now. */
export function SessionActions({ session, round }: SessionActionsProps) {
  const t = useText(ballotsText)
  const words = useRecordWords()
  const { id, allowed_actions: allowed, title, counts } = session
  const { message } = App.useApp()
  const act = useActOnBallotSession(id)
  return (
    <>
      {allowed.includes('issue') && <SlipsButton session={session} />}
      {allowed.includes('issue') && <PeopleButton session={session} round={round} />}
      {allowed.includes('close') && (
        <ConfirmButton
          label={t('close')}
          title={t('close_title', { title })}
          description={t('close_text', { count: counts.unused })}
          onConfirm={async () => {
            await act.mutateAsync({ action: 'close', reason: '' })
            void message.success(t('close_done'))
          }}
        />
      )}
      {allowed.includes('reopen') && (
        <ConfirmButton
          label={t('reopen')}
          title={t('reopen_title', { title })}
          description={t('reopen_text')}
          reason="required"
          onConfirm={async (reason) => {
            await act.mutateAsync({ action: 'reopen', reason })
            void message.success(t('reopen_done'))
          }}
        />
      )}
      {allowed.includes('void') && <VoidButton session={session} />}
      <HistoryButton
        path={ballotSessionHistoryPath(id)}
        names={{ action: words.action, state: (state) => t.code(state) }}
      />
    </>
  )
}
