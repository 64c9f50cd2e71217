import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { AssignmentOut } from '@/shared/api/schema.gen'
import { rolesText } from '@/shared/i18n/roles-text'
import { useFormat } from '../../../app/use-format'
import { ListFace } from '../../../components/ListFace'
import { useText } from '../../../i18n/use-text'
import { AssignmentStateTag } from '../roles/AssignmentStateTag'
import { EndAssignment } from '../roles/EndAssignment'
import { rolesOfUserQuery } from '../roles/role-queries'
import { usersText } from './users-text'

/** The roles that an account holds and has held, the newest first. */
export function UserRoles({ userId }: { readonly userId: string }) {
  const t = useText(usersText)
  const list = useInfiniteQuery(rolesOfUserQuery(userId))
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <section aria-labelledby="user-roles">
      <h2 id="user-roles" className="system-section">
        {t('roles')}
      </h2>
      <ListFace
        list={list}
        isEmpty={rows.length === 0}
        empty={{ title: t('roles_empty'), hint: t('roles_empty_hint') }}
      >
        <ul className="rows">
          {rows.map((row) => (
            <RoleRow key={row.id} row={row} />
          ))}
        </ul>
      </ListFace>
    </section>
  )
}

function RoleRow({ row }: { readonly row: AssignmentOut }) {
  const t = useText(usersText)
  const role = useText(rolesText)
  const format = useFormat()
  const { organisation_id, ended_at } = row
  return (
    <li className="row">
      <span className="row-what">
        <span className="row-title">{role.code(row.role)}</span>
        <Link to="/system/role-assignments" search={{ organisation_id }}>
          {row.organisation_name}
        </Link>
      </span>
      <span className="soft">
        {ended_at === null
          ? `${t('granted_at')} ${format.dateTime(row.granted_at)}`
          : `${t('ended_at')} ${format.dateTime(ended_at)}`}
      </span>
      <AssignmentStateTag state={row.state} />
      <EndAssignment row={row} />
    </li>
  )
}
