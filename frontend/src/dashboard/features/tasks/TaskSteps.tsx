import { Steps } from 'antd'
import type { TaskOut, TaskState } from '@/shared/api/schema.gen'
import { useFormat } from '../../app/use-format'
import { useText } from '../../i18n/use-text'
import { tasksText } from './tasks-text'

interface Place {
  readonly at: number
  readonly status: 'process' | 'finish' | 'error'
}

const PLACES: Readonly<Record<TaskState, Place>> = {
  open: { at: 1, status: 'process' },
  in_progress: { at: 1, status: 'process' },
  submitted: { at: 2, status: 'process' },
  verified: { at: 3, status: 'finish' },
  cancelled: { at: 1, status: 'error' },
}

/** Given, worked on, verified, done: the step whose turn it is. */
export function TaskSteps({ task }: { readonly task: TaskOut }) {
  const t = useText(tasksText)
  const format = useFormat()
  const { state, organisation_name: organisation, verified_on } = task
  const { at, status } = PLACES[state]
  const turn = t(`turn_${state}`, { organisation, date: format.date(verified_on) })
  const steps = [t('step_given'), t('step_work'), t('step_verify'), t('step_done')]
  return (
    <section aria-label={t('progress')} className="task-steps">
      <Steps
        size="small"
        current={at}
        status={status}
        items={steps.map((title, index) => ({ title, ...(index === at && { content: turn }) }))}
      />
    </section>
  )
}
