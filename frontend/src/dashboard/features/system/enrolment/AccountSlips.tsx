import { useSettings } from '../../../app/settings-query'
import { useText } from '../../../i18n/use-text'
import type { AccountSlip, SlipGroup } from './account-slips'
import { enrolUsersText } from './enrol-users-text'

interface GroupsProps {
  readonly groups: readonly SlipGroup[]
}

/** User names and temporary passwords on the screen. */
export function SlipTable({ groups }: GroupsProps) {
  const t = useText(enrolUsersText)
  return (
    <table className="enrol-table" aria-label={t('slips')}>
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('username')}</th>
          <th scope="col">{t('password')}</th>
        </tr>
      </thead>
      {groups.map(({ id: organisationId, organisation, slips }) => (
        <tbody key={organisationId}>
          <tr>
            <th scope="rowgroup" colSpan={3} className="enrol-group">
              {t('group', { organisation, count: slips.length })}
            </th>
          </tr>
          {slips.map(({ id, name, username, password }) => (
            <tr key={id}>
              <td>{name}</td>
              <td>{username}</td>
              <td className="enrol-password">{password}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}

/** The same as slips to cut, which only paper shows. */
export function PrintedSlips({ groups }: GroupsProps) {
  return (
    <div className="enrol-slips">
      {groups.flatMap(({ slips }) => slips.map((slip) => <Slip key={slip.id} slip={slip} />))}
    </div>
  )
}

function Slip({ slip }: { readonly slip: AccountSlip }) {
  const t = useText(enrolUsersText)
  const { committee_name } = useSettings()
  return (
    <div className="enrol-slip">
      <p className="enrol-slip-head">{committee_name}</p>
      <p className="enrol-slip-name">{slip.name}</p>
      <p>{slip.organisation_name}</p>
      <dl>
        <dt>{t('address')}</dt>
        <dd>{window.location.origin}</dd>
        <dt>{t('phone_address')}</dt>
        <dd>{window.location.origin}/m/</dd>
        <dt>{t('username')}</dt>
        <dd className="enrol-password">{slip.username}</dd>
        <dt>{t('password')}</dt>
        <dd className="enrol-password">{slip.password}</dd>
      </dl>
      <p>{t('must_change')}</p>
    </div>
  )
}
