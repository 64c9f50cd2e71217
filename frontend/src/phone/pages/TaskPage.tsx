import { type SubmitEvent, useState } from 'react'
import type { TaskOut } from '@/shared/api/schema.gen'
import { api } from '../app/api'
import { LoadProblem } from '../app/LoadProblem'
import { useFormat } from '../app/use-format'
import { useSending } from '../app/use-sending'
import { useText } from '../app/use-text'
import { workText } from '../app/work-text'
import { Facts } from './Facts'
import { type Opened, WorkPage } from './WorkPage'

export function TaskPage({ id }: { readonly id: string }) {
  return (
    <WorkPage<TaskOut> path={`/api/v1/tasks/${id}`}>
      {(opened, reload) => <Task opened={opened} onDone={reload} />}
    </WorkPage>
  )
}

interface TaskProps {
  readonly opened: Opened<TaskOut>
  readonly onDone: () => void
}

function Task({ opened: { record: task, timeZone }, onDone }: TaskProps) {
  const t = useText(workText)
  const format = useFormat(timeZone)
  const { title, state, due_on, original_due_on, late, detail, allowed_actions: allowed } = task
  const first =
    due_on === original_due_on ? '' : `（${t('task_first_due', { date: format.date(original_due_on) })}）`
  return (
    <>
      <h1>{title}</h1>
      <p className={late ? 'late' : 'soft'}>
        {late && <b aria-hidden="true">! </b>}
        {t(`task_${state}`)}
        {late && ` · ${t(task.done_on === null ? 'task_late' : 'task_done_late')}`}
      </p>
      <Facts
        facts={[
          { label: t('task_due'), value: format.date(due_on) + first },
          { label: t('task_organisation'), value: task.organisation_name },
          { label: t('task_given_by'), value: task.given_by_label },
        ]}
      />
      {detail !== '' && (
        <section>
          <h2>{t('task_detail')}</h2>
          <p className="writing">{detail}</p>
        </section>
      )}
      <RecordNotice task={task} />
      {allowed.includes('start') && <StartButton task={task} onDone={onDone} />}
      {allowed.includes('submit') && <EvidenceForm task={task} onDone={onDone} />}
      {!allowed.includes('submit') && task.evidence !== '' && (
        <section>
          <h2>{t('task_evidence')}</h2>
          <p className="writing">{task.evidence}</p>
        </section>
      )}
    </>
  )
}

/** Where a task is done that moves with the record that it came from. */
function RecordNotice({ task: { moves_with_record, origin } }: { readonly task: TaskOut }) {
  const t = useText(workText)
  if (!moves_with_record) return null
  return (
    <p className="notice">
      {t('task_moves')}
      {origin?.type === 'talk' && <a href={`#/talks/${origin.id}`}>{t('task_open_talk')}</a>}
    </p>
  )
}

interface ActProps {
  readonly task: TaskOut
  readonly onDone: () => void
}

function StartButton({ task, onDone }: ActProps) {
  const t = useText(workText)
  const { isBusy, failure, send } = useSending()
  const start = () =>
    send(async () => {
      await api.POST('/api/v1/tasks/{task_id}/actions/{action}', {
        params: { path: { task_id: task.id, action: 'start' } },
        body: {},
      })
      onDone()
    })
  return (
    <>
      {failure !== null && <LoadProblem error={failure} />}
      <button type="button" className="primary" disabled={isBusy} onClick={() => void start()}>
        {t('task_start')}
      </button>
    </>
  )
}

function EvidenceForm({ task, onDone }: ActProps) {
  const t = useText(workText)
  const { isBusy, failure, send } = useSending()
  const [evidence, setEvidence] = useState(task.evidence)
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    void send(async () => {
      await api.POST('/api/v1/tasks/{task_id}/actions/{action}', {
        params: { path: { task_id: task.id, action: 'submit' } },
        body: { evidence: evidence.trim() },
      })
      onDone()
    })
  }
  return (
    <form onSubmit={submit}>
      <h2>{t('task_evidence')}</h2>
      {failure !== null && <LoadProblem error={failure} />}
      <label>
        {t('task_evidence_label')}
        <textarea
          rows={6}
          maxLength={4000}
          required
          value={evidence}
          onChange={(event) => setEvidence(event.target.value)}
        />
        <small>{t('task_files_hint')}</small>
      </label>
      <button type="submit" className="primary" disabled={isBusy || evidence.trim() === ''}>
        {t('task_submit')}
      </button>
    </form>
  )
}
