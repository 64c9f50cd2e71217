import { App } from 'antd'
import type { BallotSessionOut } from '@/shared/api/schema.gen'
import { ConfirmButton } from '../../../components/ConfirmButton'
import { useText } from '../../../i18n/use-text'
import { useCloseBallotSessions } from './ballot-session-queries'
import { ballotsText } from './ballots-text'

/** Ends all votings that the reader may end, where there are several. */
export function CloseAllButton({ sessions }: { readonly sessions: readonly BallotSessionOut[] }) {
  const t = useText(ballotsText)
  const { message } = App.useApp()
  const close = useCloseBallotSessions()
  const open = sessions.filter(({ allowed_actions: allowed }) => allowed.includes('close'))
  if (open.length < 2) return null
  const unused = open.reduce((sum, { counts }) => sum + counts.unused, 0)
  return (
    <ConfirmButton
      label={t('close_all')}
      title={t('close_all_title', { count: open.length })}
      description={t('close_text', { count: unused })}
      onConfirm={async () => {
        await close.mutateAsync(open.map(({ id }) => id))
        void message.success(t('close_done'))
      }}
    />
  )
}
