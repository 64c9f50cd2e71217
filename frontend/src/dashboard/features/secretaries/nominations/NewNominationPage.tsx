import { useNavigate } from '@tanstack/react-router'
import { useMe } from '../../../auth/session-query'
import { PageHeader } from '../../../components/PageHeader'
import { useText } from '../../../i18n/use-text'
import { NominationForm } from './NominationForm'
import { emptyValues } from './nomination-values'
import type { NewNominationSearch } from './nominations-search'
import { nominationsText } from './nominations-text'
import '../secretaries.css'

export function NewNominationPage({ search }: { readonly search: NewNominationSearch }) {
  const t = useText(nominationsText)
  const { assignment } = useMe()
  const navigate = useNavigate()
  // The committee nominates for others, everybody else for the own organisation.
  const own = assignment?.role.startsWith('committee_') ? undefined : assignment?.organisation_id
  return (
    <div className="page page-narrow">
      <PageHeader
        title={t('new_title')}
        parent={{ to: '/secretaries/nominations', label: t('title') }}
        description={t('new_description')}
      />
      <NominationForm
        initialValues={emptyValues({ ...search, organisation_id: search.organisation_id ?? own })}
        onCancel={() => void navigate({ to: '/secretaries/nominations' })}
      />
    </div>
  )
}
