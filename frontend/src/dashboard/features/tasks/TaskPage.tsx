import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import type { TaskOut } from '@/shared/api/schema.gen'
import { useFormat } from '../../app/use-format'
import { useMe } from '../../auth/session-query'
import { Facts } from '../../components/Facts'
import { HistoryButton } from '../../components/HistoryDrawer'
import { ListFace } from '../../components/ListFace'
import { PageHeader } from '../../components/PageHeader'
import { useText } from '../../i18n/use-text'
import { useRecordWords } from '../../records/use-record-words'
import { DueDate } from './DueDate'
import { Evidence } from './Evidence'
import { RecordNotice } from './RecordNotice'
import { TaskActions } from './TaskActions'
import { TaskOrigin } from './TaskOrigin'
import { TaskStateTag } from './TaskStateTag'
import { TaskSteps } from './TaskSteps'
import { taskQuery } from './task-queries'
import { taskStatesText, tasksText } from './tasks-text'
import './tasks.css'

export function TaskPage({ id }: { readonly id: string }) {
  const task = useQuery(taskQuery(id))
  return (
    <div className="page">
      <ListFace list={task} isEmpty={false} empty={{ title: '' }}>
        {task.data !== undefined && <TaskDetails task={task.data} />}
      </ListFace>
    </div>
  )
}

function TaskDetails({ task }: { readonly task: TaskOut }) {
  const t = useText(tasksText)
  const states = useText(taskStatesText)
  const words = useRecordWords()
  const me = useMe()
  return (
    <>
      <PageHeader
        title={task.title}
        parent={{ to: '/tasks', label: t('title') }}
        meta={<TaskStateTag state={task.state} />}
        actions={
          <>
            <TaskActions task={task} />
            <HistoryButton
              path={`/api/v1/tasks/${task.id}/history`}
              names={{ action: words.action, state: states.code }}
            />
          </>
        }
      />
      <TaskSteps task={task} />
      {task.moves_with_record && <RecordNotice task={task} />}
      {!task.moves_with_record && task.state === 'submitted' && task.done_by === me.id && (
        <Alert type="info" showIcon className="problem" title={t('own_work')} />
      )}
      <div className="task-columns">
        <div>
          <section aria-labelledby="task-detail">
            <h2 id="task-detail">{t('detail')}</h2>
            {task.detail === '' ? (
              <p className="soft">{t('detail_none')}</p>
            ) : (
              <p className="task-writing">{task.detail}</p>
            )}
          </section>
          {!task.moves_with_record && <Evidence key={task.state} task={task} />}
        </div>
        <TaskFacts task={task} />
      </div>
    </>
  )
}

function TaskFacts({ task }: { readonly task: TaskOut }) {
  const t = useText(tasksText)
  const format = useFormat()
  const { responsible_name, done_on, verified_on } = task
  return (
    <aside aria-label={t('facts')} className="task-facts">
      <Facts
        facts={[
          { label: t('due_on'), value: <DueDate task={task} /> },
          { label: t('organisation'), value: task.organisation_name },
          { label: t('responsible'), value: responsible_name ?? t('responsible_nobody') },
          { label: t('given_by'), value: task.given_by_label },
          { label: t('given_on'), value: format.dateTime(task.created_at) },
          { label: t('origin'), value: <TaskOrigin origin={task.origin} /> },
          ...(done_on === null ? [] : [{ label: t('done_on'), value: format.date(done_on) }]),
          ...(verified_on === null ? [] : [{ label: t('verified_on'), value: format.date(verified_on) }]),
        ]}
      />
    </aside>
  )
}
