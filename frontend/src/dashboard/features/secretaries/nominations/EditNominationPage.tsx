import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { ListFace } from '../../../components/ListFace'
import { PageHeader } from '../../../components/PageHeader'
import { useText } from '../../../i18n/use-text'
import { NominationForm } from './NominationForm'
import { nominationQuery } from './nomination-queries'
import { valuesOf } from './nomination-values'
import { nominationsText } from './nominations-text'
import '../secretaries.css'

export function EditNominationPage({ id }: { readonly id: string }) {
  const t = useText(nominationsText)
  const navigate = useNavigate()
  const nomination = useQuery(nominationQuery(id))
  const path = `/secretaries/nominations/${id}`
  return (
    <div className="page page-narrow">
      <PageHeader
        title={t('edit_title', { name: nomination.data?.name ?? '' })}
        parent={{ to: path, label: t('list') }}
      />
      <ListFace list={nomination} isEmpty={false} empty={{ title: '' }}>
        {nomination.data !== undefined && (
          <NominationForm
            initialValues={valuesOf(nomination.data)}
            nomination={nomination.data}
            onCancel={() =>
              void navigate({ to: '/secretaries/nominations/$nominationId', params: { nominationId: id } })
            }
          />
        )}
      </ListFace>
    </div>
  )
}
