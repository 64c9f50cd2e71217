import { App } from 'antd'
import type { AssignmentOut } from '@/shared/api/schema.gen'
import { rolesText } from '@/shared/i18n/roles-text'
import { useCan, useMe } from '../../../auth/session-query'
import { ConfirmButton } from '../../../components/ConfirmButton'
import { useText } from '../../../i18n/use-text'
import { useEndAssignment } from './role-queries'
import { rolesPageText } from './roles-page-text'

/** Ends a role, or says why it cannot be ended here. */
export function EndAssignment({ row }: { readonly row: AssignmentOut }) {
  const t = useText(rolesPageText)
  const role = useText(rolesText)
  const can = useCan()
  const me = useMe()
  const { message } = App.useApp()
  const end = useEndAssignment(row.id)
  const name = row.display_name ?? t('hidden_holder')
  if (row.state === 'active' && row.user_id === me.id && can('role_assignments.write')) {
    return (
      <span className="soft">
        {t('own_role')} · {t('own_role_why')}
      </span>
    )
  }
  if (!row.allowed_actions.includes('end')) return null
  return (
    <ConfirmButton
      label={t('end')}
      title={t('end_title', { name, role: role.code(row.role) })}
      description={t('end_text', { name, organisation: row.organisation_name })}
      reason="required"
      danger
      type="text"
      onConfirm={async (reason) => {
        await end.mutateAsync(reason)
        void message.success(t('end_done'))
      }}
    />
  )
}
