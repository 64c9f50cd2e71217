import { useQuery } from '@tanstack/react-query'
import type { ImportOut } from '@/shared/api/schema.gen'
import { ListFace } from '../../components/ListFace'
import { PageHeader } from '../../components/PageHeader'
import { useText } from '../../i18n/use-text'
import { DoneStep } from './DoneStep'
import { EndedStep } from './EndedStep'
import { ImportActions } from './ImportActions'
import { ImportJob } from './ImportJob'
import { ImportStateTag } from './ImportStateTag'
import { ImportSteps } from './ImportSteps'
import { type ImportStage, stageOf } from './import-stage'
import { importQuery } from './imports-query'
import { importsText } from './imports-text'
import { LastFailure } from './LastFailure'
import { MappingStep } from './MappingStep'
import { ResultStep } from './ResultStep'
import './imports.css'
import './imports-columns.css'
import './imports-results.css'

export function ImportPage({ id }: { readonly id: string }) {
  const t = useText(importsText)
  const found = useQuery(importQuery(id))
  const parent = { to: '/imports', label: t('list') }
  if (found.data === undefined) {
    return (
      <div className="page">
        <PageHeader title={t('title')} parent={parent} />
        <ListFace list={found} isEmpty={false} empty={{ title: t('empty') }}>
          {null}
        </ListFace>
      </div>
    )
  }
  const imported = found.data
  const stage = stageOf(imported)
  return (
    <div className="page">
      <PageHeader
        title={imported.file_name}
        parent={parent}
        meta={<ImportStateTag imported={imported} />}
        actions={<ImportActions imported={imported} />}
      />
      <StageSteps imported={imported} stage={stage} />
      <LastFailure imported={imported} />
      <Stage imported={imported} stage={stage} />
    </div>
  )
}

interface StageProps {
  readonly imported: ImportOut
  readonly stage: ImportStage
}

function StageSteps({ imported, stage }: StageProps) {
  if (stage === 'cancelled') return null
  if (stage === 'done') return <ImportSteps at={3} status="finish" />
  if (stage === 'mapping') return <ImportSteps at={1} />
  if (stage === 'busy') return <ImportSteps at={imported.state === 'checked' ? 3 : 2} />
  const isFaulty = stage === 'result' && imported.faults_total > 0
  return <ImportSteps at={2} status={isFaulty ? 'error' : 'process'} />
}

function Stage({ imported, stage }: StageProps) {
  switch (stage) {
    case 'mapping':
      return <MappingStep key={imported.version} imported={imported} />
    case 'busy':
      return imported.job_id === null ? null : <ImportJob key={imported.job_id} jobId={imported.job_id} />
    case 'result':
      return <ResultStep imported={imported} />
    case 'done':
      return <DoneStep imported={imported} />
    case 'cancelled':
      return <EndedStep kind={imported.kind} />
  }
}
