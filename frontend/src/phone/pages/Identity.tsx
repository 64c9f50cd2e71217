import { useState } from 'react'
import type { Me } from '@/shared/api/session-types'
import { rolesText } from '@/shared/i18n/roles-text'
import { session } from '../app/api'
import { LoadProblem } from '../app/LoadProblem'
import { phoneText } from '../app/phone-text'
import { useText } from '../app/use-text'

/** Who is signed in, where, and as what; several roles can be switched here. */
export function Identity({ me }: { readonly me: Me }) {
  const t = useText(phoneText)
  const role = useText(rolesText)
  const { assignment, assignments } = me
  return (
    <section>
      <h1>{me.display_name}</h1>
      {assignments.length === 0 && <p className="notice">{t('no_role')}</p>}
      {assignments.length > 1 && <RoleChoice me={me} />}
      {assignments.length === 1 && assignment !== null && (
        <p className="role">
          {role.code(assignment.role)}
          <span className="soft">{assignment.organisation_name}</span>
        </p>
      )}
    </section>
  )
}

function RoleChoice({ me: { assignment, assignments } }: { readonly me: Me }) {
  const t = useText(phoneText)
  const role = useText(rolesText)
  const [failure, setFailure] = useState<unknown>(null)
  return (
    <>
      {failure !== null && <LoadProblem error={failure} />}
      <label>
        {assignment === null ? t('choose_role') : t('role')}
        <select
          value={assignment?.id ?? ''}
          onChange={(event) => void session.switchTo(event.target.value).catch(setFailure)}
        >
          {assignment === null && <option value="" />}
          {assignments.map((each) => (
            <option key={each.id} value={each.id}>
              {role.code(each.role)} · {each.organisation_name}
            </option>
          ))}
        </select>
      </label>
    </>
  )
}
