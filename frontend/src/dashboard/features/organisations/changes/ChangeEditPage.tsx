import { useQuery } from '@tanstack/react-query'
import { ListFace } from '../../../components/ListFace'
import { PageHeader } from '../../../components/PageHeader'
import { useText } from '../../../i18n/use-text'
import { ChangeWizard } from './ChangeWizard'
import { changeQuery } from './change-queries'
import { valuesOf } from './change-request'
import { changeKindsText, changesText } from './changes-text'
import '../organisations.css'
import './changes.css'

/** A draft, or a request that came back. */
export function ChangeEditPage({ id }: { readonly id: string }) {
  const t = useText(changesText)
  const kinds = useText(changeKindsText)
  const change = useQuery({ ...changeQuery(id), staleTime: 0 })
  const { data } = change
  return (
    <div className="page">
      <PageHeader
        title={data === undefined ? t('edit') : t('edit_of', { kind: kinds(data.kind) })}
        parent={{ to: `/organisations/changes/${id}`, label: t('list') }}
      />
      <ListFace list={change} isEmpty={false} empty={{ title: '' }}>
        {data !== undefined && <ChangeWizard kind={data.kind} initialValues={valuesOf(data)} draft={data} />}
      </ListFace>
    </div>
  )
}
