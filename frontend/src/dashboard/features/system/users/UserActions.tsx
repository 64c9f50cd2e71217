import { App } from 'antd'
import type { UserOut } from '@/shared/api/schema.gen'
import { useCan } from '../../../auth/session-query'
import { ConfirmButton } from '../../../components/ConfirmButton'
import { useText } from '../../../i18n/use-text'
import { EditUserButton } from './EditUserButton'
import { ResetPasswordButton } from './ResetPasswordButton'
import { useActOnUser } from './user-queries'
import { usersText } from './users-text'

const ACTIONS = ['unlock', 'reset_otp', 'enable', 'disable'] as const
type Action = (typeof ACTIONS)[number]

/** The acts that the server allows now, each asking once in words. */
export function UserActions({ user }: { readonly user: UserOut }) {
  const can = useCan()
  const { allowed_actions: allowed } = user
  return (
    <>
      {can('users.write') && user.state === 'active' && <EditUserButton user={user} />}
      {allowed.includes('reset_password') && <ResetPasswordButton user={user} />}
      {ACTIONS.filter((action) => allowed.includes(action)).map((action) => (
        <ActionButton key={action} action={action} user={user} />
      ))}
    </>
  )
}

function ActionButton({ action, user }: { readonly action: Action; readonly user: UserOut }) {
  const t = useText(usersText)
  const { message } = App.useApp()
  const act = useActOnUser(user.id)
  return (
    <ConfirmButton
      label={t(`action_${action}`)}
      title={t(`action_${action}_title`, { name: user.display_name })}
      description={t(`action_${action}_text`)}
      reason={action === 'disable' ? 'required' : 'optional'}
      danger={action === 'disable'}
      onConfirm={async (reason) => {
        await act.mutateAsync({ action, reason: reason || null })
        void message.success(t(`done_${action}`))
      }}
    />
  )
}
