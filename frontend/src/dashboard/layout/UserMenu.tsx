import { DownOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Dropdown, type MenuProps } from 'antd'
import { ApiError } from '@/shared/api/problem'
import { rolesText } from '@/shared/i18n/roles-text'
import { useMe, useSwitchRole } from '../auth/session-query'
import { useSignOut } from '../auth/use-sign-out'
import { useText } from '../i18n/use-text'
import { layoutText } from './layout-text'

const ACCOUNT = 'account'
const ARCHIVE = 'archive'
const SIGN_OUT = 'sign-out'

export function UserMenu() {
  const t = useText(layoutText)
  const role = useText(rolesText)
  const me = useMe()
  const act = useUserMenuAction()

  const others = me.assignments.filter(({ id }) => id !== me.assignment?.id)
  const roleItems: MenuProps['items'] = others.map((assignment) => ({
    key: assignment.id,
    label: (
      <span className="user-menu-role">
        {role.code(assignment.role)}
        <span className="soft">{assignment.organisation_name}</span>
      </span>
    ),
  }))
  const items: MenuProps['items'] = [
    ...(others.length > 0
      ? [
          { key: 'roles', type: 'group' as const, label: t('switch_role'), children: roleItems },
          { type: 'divider' as const },
        ]
      : []),
    { key: ACCOUNT, label: t('my_account') },
    ...(me.person_id === null ? [] : [{ key: ARCHIVE, label: t('my_archive') }]),
    { key: SIGN_OUT, label: t('sign_out') },
  ]

  return (
    <Dropdown
      menu={{ items, onClick: ({ key }) => void act(key) }}
      trigger={['click']}
      placement="bottomRight"
    >
      <Button type="text" className="user-menu">
        <span className="unseen">{t('account')}</span>
        <span className="user-menu-name">{me.display_name}</span>
        <span className="user-menu-current soft">
          {me.assignment === null ? '' : role.code(me.assignment.role)}
        </span>
        <DownOutlined aria-hidden className="user-menu-arrow" />
      </Button>
    </Dropdown>
  )
}

function useUserMenuAction(): (key: string) => Promise<void> {
  const switchRole = useSwitchRole()
  const signOut = useSignOut()
  const navigate = useNavigate()
  const { message } = App.useApp()

  const change = async (assignmentId: string) => {
    try {
      await switchRole(assignmentId)
      await navigate({ to: '/' })
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      void message.error(error.detail || error.title)
    }
  }

  return async (key) => {
    if (key === SIGN_OUT) return signOut()
    if (key === ARCHIVE) return navigate({ to: '/account/archive' })
    return key === ACCOUNT ? navigate({ to: '/account' }) : change(key)
  }
}
