import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Alert } from 'antd'
import { rolesText } from '@/shared/i18n/roles-text'
import { ProblemAlert } from '../components/ProblemAlert'
import { useText } from '../i18n/use-text'
import { EntryPage } from '../layout/EntryPage'
import { authText } from './auth-text'
import { useMe, useSwitchRole } from './session-query'

export function ChooseRolePage() {
  const t = useText(authText)
  const role = useText(rolesText)
  const me = useMe()
  const switchRole = useSwitchRole()
  const navigate = useNavigate()
  const choose = useMutation({
    mutationFn: switchRole,
    onSuccess: () => navigate({ to: '/' }),
  })
  return (
    <EntryPage title={t('choose_role')}>
      {me.assignments.length === 0 ? (
        <Alert type="warning" showIcon title={t('no_role')} />
      ) : (
        <p className="soft">{t('choose_role_hint')}</p>
      )}
      {choose.isError && <ProblemAlert error={choose.error} />}
      <ul className="role-list">
        {me.assignments.map((assignment) => (
          <li key={assignment.id}>
            <button
              type="button"
              className="demo-account"
              disabled={choose.isPending}
              onClick={() => choose.mutate(assignment.id)}
            >
              <span className="demo-account-role">{role.code(assignment.role)}</span>
              <span className="demo-account-organisation">{assignment.organisation_name}</span>
            </button>
          </li>
        ))}
      </ul>
    </EntryPage>
  )
}
