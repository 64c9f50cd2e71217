import { App } from 'antd'
import { useFormat } from '../../../app/use-format'
import { ConfirmButton } from '../../../components/ConfirmButton'
import { useText } from '../../../i18n/use-text'
import type { DutyRoundOut } from '../duty-types'
import { useRefreshParticipants } from './participant-queries'
import { participantsText } from './participants-text'

export function RefreshButton({ round }: { readonly round: Pick<DutyRoundOut, 'id' | 'as_of'> }) {
  const t = useText(participantsText)
  const format = useFormat()
  const { message } = App.useApp()
  const refresh = useRefreshParticipants(round.id)
  return (
    <ConfirmButton
      label={t('refresh')}
      title={t('refresh_title', { date: format.date(round.as_of) })}
      description={t('refresh_text')}
      onConfirm={async () => {
        const { added, removed, replaced } = await refresh.mutateAsync()
        const isSame = added + removed + replaced === 0
        void message.success(isSame ? t('refreshed_same') : t('refreshed', { added, removed, replaced }))
      }}
    />
  )
}
