import type { TaskOut } from '@/shared/api/schema.gen'
import { useCan } from '../../auth/session-query'
import { StoredFile } from '../../components/StoredFile'
import { useText } from '../../i18n/use-text'
import { EvidenceForm } from './EvidenceForm'
import { tasksText } from './tasks-text'

const OWED: readonly TaskOut['state'][] = ['open', 'in_progress']

/** What was done, with its files: to write while the task is owed, to read afterwards. */
export function Evidence({ task }: { readonly task: TaskOut }) {
  const t = useText(tasksText)
  const can = useCan()
  const isWritten = OWED.includes(task.state) && can('tasks.work')
  return (
    <section aria-labelledby="task-evidence">
      <h2 id="task-evidence">{t('evidence')}</h2>
      {isWritten ? <EvidenceForm task={task} /> : <WrittenEvidence task={task} />}
    </section>
  )
}

function WrittenEvidence({ task: { evidence, evidence_file_ids: files } }: { readonly task: TaskOut }) {
  const t = useText(tasksText)
  return (
    <>
      {evidence === '' && files.length === 0 && <p className="soft">{t('evidence_none')}</p>}
      {evidence !== '' && <p className="task-writing">{evidence}</p>}
      <ul className="files" aria-label={t('files')}>
        {files.map((id) => (
          <li key={id}>
            <StoredFile id={id} />
          </li>
        ))}
      </ul>
    </>
  )
}
