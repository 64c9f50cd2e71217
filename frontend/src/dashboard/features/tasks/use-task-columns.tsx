import { PaperClipOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import type { TaskOut } from '@/shared/api/schema.gen'
import { useFormat } from '../../app/use-format'
import type { ListColumn } from '../../components/ListTable'
import { useText } from '../../i18n/use-text'
import { DueDate } from './DueDate'
import { TaskOrigin } from './TaskOrigin'
import { TaskStateTag } from './TaskStateTag'
import type { TasksView } from './tasks-search'
import { tasksText } from './tasks-text'

/** What a view is about stands in it; the rest can be chosen. */
export function useTaskColumns(view: TasksView): readonly ListColumn<TaskOut>[] {
  const t = useText(tasksText)
  const format = useFormat()
  return [
    {
      key: 'title',
      title: t('task'),
      sortBy: 'title',
      render: (_, { id, title }) => (
        <Link to="/tasks/$taskId" params={{ taskId: id }} className="task-title">
          {title}
        </Link>
      ),
    },
    { key: 'due_on', title: t('due_on'), sortBy: 'due_on', render: (_, task) => <DueDate task={task} /> },
    { key: 'state', title: t('state'), render: (_, { state }) => <TaskStateTag state={state} /> },
    { key: 'organisation', title: t('organisation'), dataIndex: 'organisation_name' },
    {
      key: 'responsible',
      title: t('responsible'),
      render: (_, { responsible_name: name }) =>
        name ?? <span className="soft">{t('responsible_nobody')}</span>,
    },
    {
      key: 'evidence',
      title: t('evidence'),
      optional: view !== 'to_verify',
      render: (_, task) => <EvidenceLine task={task} />,
    },
    {
      key: 'given_by',
      title: t('given_by'),
      optional: view === 'given' || view === 'to_verify',
      dataIndex: 'given_by_label',
    },
    {
      key: 'origin',
      title: t('origin'),
      optional: view === 'to_verify',
      render: (_, { origin }) => <TaskOrigin origin={origin} />,
    },
    {
      key: 'created_at',
      title: t('given_on'),
      sortBy: 'created_at',
      optional: true,
      render: (_, { created_at }) => format.dateTime(created_at),
    },
  ]
}

/** What was said to be done, in one line, and how many files prove it. */
function EvidenceLine({ task: { evidence, evidence_file_ids: files } }: { readonly task: TaskOut }) {
  const t = useText(tasksText)
  if (evidence === '' && files.length === 0) return <span className="soft">—</span>
  return (
    <span className="task-evidence-line">
      {evidence !== '' && (
        <span className="task-evidence-text" title={evidence}>
          {evidence}
        </span>
      )}
      {files.length > 0 && (
        <span className="soft">
          <PaperClipOutlined aria-hidden /> {t('evidence_files', { count: files.length })}
        </span>
      )}
    </span>
  )
}
