import { CheckOutlined } from '@ant-design/icons'
import { Fragment } from 'react'
import type { RolePermissionsOut } from '@/shared/api/schema.gen'
import { rolesText } from '@/shared/i18n/roles-text'
import { useText } from '../../../i18n/use-text'
import { groupPermissions } from './permission-groups'
import { permissionNamesText, permissionsText } from './permissions-text'

interface PermissionMatrixProps {
  /** The columns. */
  readonly roles: readonly RolePermissionsOut[]
  /** Every role: their permissions are the rows. */
  readonly all: readonly RolePermissionsOut[]
}

export function PermissionMatrix({ roles, all }: PermissionMatrixProps) {
  const t = useText(permissionsText)
  const role = useText(rolesText)
  const name = useText(permissionNamesText)
  const groups = groupPermissions(
    all.flatMap(({ permissions }) => permissions),
    Object.keys(permissionNamesText),
  )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
    <section className="system-matrix" aria-label={t('table')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('permission')}</th>
            {roles.map((each) => (
              <th key={each.role} scope="col">
                {role.code(each.role)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <Fragment key={group.name}>
              <tr className="system-matrix-group">
                <th colSpan={roles.length + 1} scope="colgroup">
                  {t(group.name)}
                </th>
              </tr>
              {group.permissions.map((permission) => (
                <tr key={permission}>
                  <th scope="row">{name.code(permission)}</th>
                  {roles.map((each) => (
                    <td key={each.role}>
                      <Mark isAllowed={each.permissions.some((held) => held === permission)} />
                    </td>
                  ))}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Mark({ isAllowed }: { readonly isAllowed: boolean }) {
  const t = useText(permissionsText)
  return isAllowed ? (
    <>
      <CheckOutlined aria-hidden />
      <span className="unseen">{t('allowed')}</span>
    </>
  ) : (
    <span className="unseen">{t('not_allowed')}</span>
  )
}
