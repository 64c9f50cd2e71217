import { PageHeader } from '../../../components/PageHeader'
import { useText } from '../../../i18n/use-text'
import { ChangeWizard } from './ChangeWizard'
import { changeKindOf } from './change-request'
import type { NewChangeSearch } from './changes-search'
import { changeKindsText, changesText } from './changes-text'
import { KindChoice } from './KindChoice'
import '../organisations.css'
import './changes.css'

interface ChangeFormPageProps {
  readonly search: NewChangeSearch
  readonly onSearch: (change: NewChangeSearch) => void
}

/** A new request: first which change, then what, when and why. */
export function ChangeFormPage({ search, onSearch }: ChangeFormPageProps) {
  const t = useText(changesText)
  const kinds = useText(changeKindsText)
  const kind = changeKindOf(search.kind)
  const choice = <KindChoice value={kind} onChange={(chosen) => onSearch({ kind: chosen })} />
  return (
    <div className="page">
      <PageHeader
        title={kind === undefined ? t('new') : t('new_of', { kind: kinds(kind) })}
        parent={{ to: '/organisations/changes', label: t('title') }}
      />
      {kind === undefined ? (
        choice
      ) : (
        <ChangeWizard
          kind={kind}
          choice={choice}
          initialValues={search.organisation_id ? { organisation_id: search.organisation_id } : {}}
        />
      )}
    </div>
  )
}
