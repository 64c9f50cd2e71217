import { useInfiniteQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { AriaAttributes } from 'react'
import type { Role } from '@/shared/api/schema.gen'
import { rolesText } from '@/shared/i18n/roles-text'
import { useText } from '../../../i18n/use-text'
import { rolesOfUserQuery } from './role-queries'
import { rolesPageText } from './roles-page-text'
import { ROLES, SEPARATED } from './roles-search'

interface RoleSelectProps extends AriaAttributes {
  /** Who is to hold it: what they hold already is shown, and closes what must not meet. */
  readonly userId: string | undefined
  readonly value?: Role
  readonly onChange?: (role: Role) => void
  readonly id?: string
}

export function RoleSelect({ userId, value, onChange, ...field }: RoleSelectProps) {
  const t = useText(rolesPageText)
  const role = useText(rolesText)
  const { data } = useInfiniteQuery({ ...rolesOfUserQuery(userId ?? ''), enabled: userId !== undefined })
  const held = (data?.pages ?? []).flatMap(({ items }) => items).filter(({ state }) => state === 'active')
  const names = [...new Set(held.map((each) => role.code(each.role)))]
  const options = ROLES.map((each) => {
    const conflict = conflictOf(
      each,
      held.map((other) => other.role),
    )
    const why = conflict === undefined ? '' : ` · ${t('role_conflict', { role: role.code(conflict) })}`
    return { value: each, label: role.code(each) + why, disabled: conflict !== undefined }
  })
  return (
    <>
      <Select
        {...field}
        {...(value !== undefined && { value })}
        placeholder={t('role_pick')}
        options={options}
        onChange={(chosen: Role) => onChange?.(chosen)}
      />
      {userId !== undefined && data !== undefined && (
        <p className="soft system-holds">
          {names.length === 0
            ? t('user_holds_none')
            : t('user_holds', { roles: names.join(role.locale === 'zh-CN' ? '、' : ', ') })}
        </p>
      )}
    </>
  )
}

/** The role among `held` that must not meet `wanted` in one person. */
function conflictOf(wanted: Role, held: readonly Role[]): Role | undefined {
  if (!SEPARATED.includes(wanted)) return undefined
  return held.find((each) => each !== wanted && SEPARATED.includes(each))
}
