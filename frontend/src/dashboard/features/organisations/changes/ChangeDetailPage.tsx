import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert } from 'antd'
import { HistoryButton } from '../../../components/HistoryDrawer'
import { ListFace } from '../../../components/ListFace'
import { PageHeader } from '../../../components/PageHeader'
import { ProblemAlert } from '../../../components/ProblemAlert'
import { useText } from '../../../i18n/use-text'
import { verbOf } from '../history-verbs'
import { ChangeActions } from './ChangeActions'
import { ChangeDetails } from './ChangeDetails'
import { ChangePreview } from './ChangePreview'
import { ChangeSteps } from './ChangeSteps'
import { changePreviewQuery, changeQuery } from './change-queries'
import type { Change, ChangeState } from './change-types'
import { changeActionsText, changeKindsText, changeStatesText, changesText } from './changes-text'
import '../organisations.css'
import './changes.css'

const OVER: readonly ChangeState[] = ['applied', 'rejected', 'withdrawn']

export function ChangeDetailPage({ id }: { readonly id: string }) {
  const t = useText(changesText)
  const change = useQuery(changeQuery(id))
  return (
    <div className="page">
      {change.data === undefined && (
        <PageHeader title={t('list')} parent={{ to: '/organisations/changes', label: t('title') }} />
      )}
      <ListFace list={change} isEmpty={false} empty={{ title: '' }}>
        {change.data !== undefined && <ChangeDetail change={change.data} />}
      </ListFace>
    </div>
  )
}

function ChangeDetail({ change }: { readonly change: Change }) {
  const t = useText(changesText)
  const kinds = useText(changeKindsText)
  const { kind, organisation_name, organisation_id, obstacle, state, created_organisation_id } = change
  return (
    <>
      <PageHeader
        title={t('title_of', { kind: kinds(kind), name: change.payload.name ?? organisation_name })}
        parent={{ to: '/organisations/changes', label: t('title') }}
        actions={
          <>
            <ChangeActions change={change} />
            <ChangeHistory id={change.id} />
          </>
        }
      />
      <ChangeSteps change={change} />
      {obstacle !== null && (
        <Alert
          type="warning"
          showIcon
          className="problem"
          title={obstacle.title}
          description={obstacle.detail}
        />
      )}
      <h2 className="org-section">{t('details')}</h2>
      <ChangeDetails change={change} />
      {state === 'applied' && (
        <p>
          <Link to="/organisations" search={{ selected: created_organisation_id ?? organisation_id }}>
            {t('see_organisation')}
          </Link>
        </p>
      )}
      {!OVER.includes(state) && <CurrentPreview change={change} />}
    </>
  )
}

function CurrentPreview({ change }: { readonly change: Change }) {
  const preview = useQuery(changePreviewQuery(change))
  if (preview.isError) {
    return <ProblemAlert error={preview.error} onRetry={() => void preview.refetch()} />
  }
  return (
    <ListFace list={preview} isEmpty={false} empty={{ title: '' }}>
      {preview.data !== undefined && <ChangePreview preview={preview.data} on={change.effective_on} />}
    </ListFace>
  )
}

function ChangeHistory({ id }: { readonly id: string }) {
  const action = useText(changeActionsText)
  const state = useText(changeStatesText)
  return (
    <HistoryButton
      path={`/api/v1/organisation-changes/${id}/history`}
      names={{ action: (code) => action.code(verbOf(code)), state: state.code }}
    />
  )
}
