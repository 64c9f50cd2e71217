import { useNavigate } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useSettings } from '../../../app/settings-query'
import { useFormat } from '../../../app/use-format'
import { useCan } from '../../../auth/session-query'
import { ConfirmButton } from '../../../components/ConfirmButton'
import { useText } from '../../../i18n/use-text'
import { useActOnChange, useDeleteChange } from './change-queries'
import type { Change } from './change-types'
import { changeStatesText, changesText } from './changes-text'

const ACTIONS = ['submit', 'approve', 'apply', 'return', 'reject', 'withdraw'] as const
type Action = (typeof ACTIONS)[number]

const WITH_REASON: readonly Action[] = ['return', 'reject', 'withdraw']
const PRIMARY: readonly Action[] = ['submit', 'approve', 'apply']

/** The acts that the server allows now, each asking once in words. */
export function ChangeActions({ change }: { readonly change: Change }) {
  const { allowed_actions, state } = change
  const isDraft = state === 'draft'
  const isOpen = isDraft || state === 'returned'
  const can = useCan()
  const mayPrepare = can('organisation_changes.prepare')
  return (
    <>
      {ACTIONS.filter((action) => allowed_actions.includes(action)).map((action) => (
        <ActionButton key={action} action={action} change={change} />
      ))}
      {isOpen && mayPrepare && <EditButton id={change.id} />}
      {isDraft && mayPrepare && <DeleteButton id={change.id} />}
    </>
  )
}

function ActionButton({ action, change }: { readonly action: Action; readonly change: Change }) {
  const t = useText(changesText)
  const states = useText(changeStatesText)
  const format = useFormat()
  const { today } = useSettings()
  const { message } = App.useApp()
  const act = useActOnChange(change.id)
  const isFuture = change.effective_on > today
  const text =
    action === 'approve' ? (isFuture ? 'approve_future' : 'approve_past') : (`${action}_text` as const)
  return (
    <ConfirmButton
      label={t(`action_${action}`)}
      title={t(`action_${action}_title`)}
      description={t(`action_${text}`, { date: format.date(change.effective_on) })}
      reason={WITH_REASON.includes(action) ? 'required' : 'none'}
      danger={action === 'reject'}
      {...(PRIMARY.includes(action) && { type: 'primary' as const })}
      onConfirm={async (reason) => {
        const { state } = await act.mutateAsync({ action, reason })
        void message.success(states.code(state))
      }}
    />
  )
}

function EditButton({ id }: { readonly id: string }) {
  const t = useText(changesText)
  const navigate = useNavigate()
  return (
    <Button
      onClick={() => void navigate({ to: '/organisations/changes/$changeId/edit', params: { changeId: id } })}
    >
      {t('edit')}
    </Button>
  )
}

function DeleteButton({ id }: { readonly id: string }) {
  const t = useText(changesText)
  const navigate = useNavigate()
  const remove = useDeleteChange(id)
  return (
    <ConfirmButton
      label={t('delete')}
      title={t('delete_title')}
      description={t('delete_text')}
      danger
      onConfirm={async () => {
        await navigate({ to: '/organisations/changes' })
        await remove.mutateAsync()
      }}
    />
  )
}
