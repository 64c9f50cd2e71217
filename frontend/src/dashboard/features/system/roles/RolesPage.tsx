import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useCan, useMe } from '../../../auth/session-query'
import { OrganisationPicker } from '../../../components/OrganisationPicker'
import { organisationNameQuery } from '../../../components/organisation-options-query'
import { PageHeader } from '../../../components/PageHeader'
import { useText } from '../../../i18n/use-text'
import { GrantButton } from './GrantButton'
import { Holders } from './Holders'
import { RoleTree } from './RoleTree'
import { rolesPageText } from './roles-page-text'
import type { RolesSearch } from './roles-search'
import { SeparatedRoles } from './SeparatedRoles'
import '../system.css'

interface RolesPageProps {
  readonly search: RolesSearch
  readonly onSearch: (change: RolesSearch) => void
}

export function RolesPage({ search, onSearch }: RolesPageProps) {
  const t = useText(rolesPageText)
  const can = useCan()
  const navigate = useNavigate()
  const { assignment } = useMe()
  const chosen = search.organisation_id ?? assignment?.organisation_id
  const choose = (organisation_id: string | undefined) => onSearch({ organisation_id })
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        description={
          <>
            {t('description')}{' '}
            <Link to="/system/permissions" className="system-inline">
              {t('see_permissions')}
            </Link>
          </>
        }
        actions={
          can('role_assignments.write') && (
            <>
              <Button onClick={() => void navigate({ to: '/system/role-assignments/enrol' })}>
                {t('enrol')}
              </Button>
              <GrantButton organisationId={chosen} />
            </>
          )
        }
      />
      <SeparatedRoles />
      <div className="system-roles">
        <section className="system-roles-tree" aria-label={t('tree')}>
          <OrganisationPicker
            aria-label={t('tree_search')}
            placeholder={t('tree_search')}
            value={search.organisation_id}
            onChange={choose}
            className="system-wide"
          />
          <div className="system-tree">
            <RoleTree selected={chosen} onSelect={choose} />
          </div>
        </section>
        {chosen !== undefined && (
          <section className="system-roles-held" aria-labelledby="roles-at">
            <ChosenName id={chosen} />
            <Holders organisationId={chosen} search={search} onSearch={onSearch} />
          </section>
        )}
      </div>
    </div>
  )
}

function ChosenName({ id }: { readonly id: string }) {
  const { data } = useQuery(organisationNameQuery(id))
  return (
    <h2 id="roles-at" className="system-chosen">
      {data?.name ?? '…'}
    </h2>
  )
}
