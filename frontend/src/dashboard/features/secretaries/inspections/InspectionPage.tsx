import { useQuery } from '@tanstack/react-query'
import { Form } from 'antd'
import { useFormat } from '../../../app/use-format'
import { useCan } from '../../../auth/session-query'
import { ListFace } from '../../../components/ListFace'
import { PageHeader } from '../../../components/PageHeader'
import { postsText } from '../../../i18n/posts-text'
import { useText } from '../../../i18n/use-text'
import type { Inspection } from '../secretary-types'
import { useCommittee } from '../use-committee'
import { InspectionActions } from './InspectionActions'
import { InspectionReading } from './InspectionReading'
import { InspectionStateTag } from './InspectionStateTag'
import { InspectionWriting } from './InspectionWriting'
import { inspectionQuery } from './inspection-queries'
import type { InspectionValues } from './inspection-values'
import { inspectionsText } from './inspections-text'
import { SaveStatus } from './SaveStatus'
import { useAutosave } from './use-autosave'
import { useSharedInspection } from './use-shared-inspection'
import '../secretaries.css'
import './inspections.css'

/** Where a nominee is inspected: team, interviews, five facets, finding. */
export function InspectionPage({ id }: { readonly id: string }) {
  const t = useText(inspectionsText)
  const inspection = useQuery(inspectionQuery(id))
  if (inspection.data !== undefined) return <Workspace inspection={inspection.data} />
  return (
    <div className="page">
      <PageHeader title={t('title')} parent={{ to: '/secretaries/nominations', label: t('parent') }} />
      <ListFace list={inspection} isEmpty={false} empty={{ title: '' }}>
        {null}
      </ListFace>
    </div>
  )
}

function Workspace({ inspection }: { readonly inspection: Inspection }) {
  const can = useCan()
  const { state, id } = inspection
  const isOpen = state === 'planned' || state === 'in_progress'
  return (
    <div className="page">
      {isOpen && can('inspections.conduct') ? (
        <Writing key={id} inspection={inspection} />
      ) : (
        <>
          <Header inspection={inspection} onBeforeReport={async () => undefined} />
          <InspectionReading inspection={inspection} />
        </>
      )}
    </div>
  )
}

function Writing({ inspection }: { readonly inspection: Inspection }) {
  const [form] = Form.useForm<InspectionValues>()
  const autosave = useAutosave(useSharedInspection(inspection, form))
  return (
    <>
      <Header inspection={inspection} onBeforeReport={autosave.flush} />
      <SaveStatus state={autosave.state} onRetry={() => void autosave.flush().catch(() => undefined)} />
      <InspectionWriting form={form} inspection={inspection} onChange={autosave.change} />
    </>
  )
}

interface HeaderProps {
  readonly inspection: Inspection
  readonly onBeforeReport: () => Promise<void>
}

function Header({ inspection, onBeforeReport }: HeaderProps) {
  const t = useText(inspectionsText)
  const posts = useText(postsText)
  const format = useFormat()
  const committee = useCommittee()
  const { name, post, organisation_name: organisation, state, nomination_id, concluded_on } = inspection
  return (
    <>
      <PageHeader
        title={t('title_of', { name })}
        parent={{ to: `/secretaries/nominations/${nomination_id}`, label: t('parent') }}
        meta={<InspectionStateTag state={state} />}
        description={t('for_post', { organisation, post: posts(post) })}
        actions={<InspectionActions inspection={inspection} onBeforeReport={onBeforeReport} />}
      />
      <p className="secretary-turn">{t(`turn_${state}`, { committee, date: format.date(concluded_on) })}</p>
    </>
  )
}
