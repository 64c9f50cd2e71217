import { App } from 'antd'
import { ConfirmButton } from '../../../components/ConfirmButton'
import { useText } from '../../../i18n/use-text'
import type { DutyParticipantOut } from '../duty-types'
import { useChangeParticipant } from './participant-queries'
import { participantsText } from './participants-text'

/** Leaves somebody out with a reason, or takes that back. */
export function LeaveOutButton({ row }: { readonly row: DutyParticipantOut }) {
  const t = useText(participantsText)
  const { message } = App.useApp()
  const change = useChangeParticipant()
  if (!row.included) {
    return (
      <ConfirmButton
        label={t('include')}
        title={t('include_title', { name: row.name })}
        description={t('include_text')}
        reason="optional"
        onConfirm={async (reason) => {
          await change.mutateAsync({
            of: row,
            included: true,
            ...(reason !== '' && { exception_reason: reason }),
          })
          void message.success(t('included_done'))
        }}
      />
    )
  }
  return (
    <ConfirmButton
      label={t('leave_out')}
      title={t('leave_out_title', { name: row.name })}
      description={t('leave_out_text')}
      reason="required"
      type="text"
      onConfirm={async (exception_reason) => {
        await change.mutateAsync({ of: row, included: false, exception_reason })
        void message.success(t('left_out_done'))
      }}
    />
  )
}
