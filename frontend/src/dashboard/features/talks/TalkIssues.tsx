import type { TalkOut, TalkTaskOut } from '@/shared/api/schema.gen'
import { useFormat } from '../../app/use-format'
import { PathLink } from '../../components/PathLink'
import { StatusTag } from '../../components/StatusTag'
import { useText } from '../../i18n/use-text'
import { useRecordWords } from '../../records/use-record-words'
import { talksText } from './talks-text'

/** What was raised, what is demanded, and until when. */
export function TalkIssues({ talk }: { readonly talk: TalkOut }) {
  const t = useText(talksText)
  const format = useFormat()
  const { issues, deadline } = talk
  return (
    <section aria-labelledby="talk-issues">
      <h2 id="talk-issues">{t('issues')}</h2>
      {issues.length === 0 && <p className="soft">{t('issues_none')}</p>}
      {deadline !== null && <p>{t('deadline_on', { date: format.date(deadline) })}</p>}
      <ol className="talk-issues">
        {issues.map(({ text, demand }) => (
          <li key={text}>
            <p className="talk-issue-text">{text}</p>
            <p>
              <span className="soft">{t('demand_of')}</span>
              {demand}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The tasks that came from the talk, each with how it stands. */
export function TalkTasks({ tasks }: { readonly tasks: readonly TalkTaskOut[] }) {
  const t = useText(talksText)
  return (
    <section aria-labelledby="talk-tasks">
      <h2 id="talk-tasks">{t('tasks')}</h2>
      <ul className="rows">
        {tasks.map((task) => (
          <TaskLine key={task.id} task={task} />
        ))}
      </ul>
    </section>
  )
}

function TaskLine({ task: { id, title, state, due_on, late } }: { readonly task: TalkTaskOut }) {
  const t = useText(talksText)
  const words = useRecordWords()
  const format = useFormat()
  const isDone = state === 'submitted' || state === 'verified'
  return (
    <li className="row">
      <span className="row-date">{format.date(due_on)}</span>
      <span className="row-what">
        <PathLink path={`/tasks/${id}`}>{title}</PathLink>
      </span>
      {late && <StatusTag tone="overdue">{t(isDone ? 'task_done_late' : 'task_late')}</StatusTag>}
      <StatusTag tone={state === 'verified' ? 'done' : 'waiting'}>
        {state === 'submitted' ? t('task_to_verify') : words.state(state)}
      </StatusTag>
    </li>
  )
}
