import { App, Button } from 'antd'
import { ApiError } from '@/shared/api/problem'
import type { TaskOut } from '@/shared/api/schema.gen'
import { useMe } from '../../auth/session-query'
import { ConfirmButton } from '../../components/ConfirmButton'
import { useText } from '../../i18n/use-text'
import { EditTaskButton } from './EditTaskButton'
import { ExtendButton } from './ExtendButton'
import { useActOnTask } from './task-queries'
import { tasksText } from './tasks-text'

/** The acts that the server allows now. Submitting stands with the evidence that it needs. */
export function TaskActions({ task }: { readonly task: TaskOut }) {
  const { allowed_actions: allowed } = task
  // Whoever may move the date gave the task: its words are theirs as well.
  const isGiver = allowed.includes('extend')
  return (
    <>
      {allowed.includes('start') && <StartButton task={task} />}
      {allowed.includes('verify') && <FinalButton action="verify" task={task} />}
      {allowed.includes('reject') && <FinalButton action="reject" task={task} />}
      {isGiver && <EditTaskButton task={task} />}
      {isGiver && <ExtendButton task={task} />}
      {allowed.includes('cancel') && <FinalButton action="cancel" task={task} />}
    </>
  )
}

function StartButton({ task }: { readonly task: TaskOut }) {
  const t = useText(tasksText)
  const { message } = App.useApp()
  const act = useActOnTask(task.id)
  const me = useMe()
  const isMine = task.responsible_user_id === me.id || task.organisation_id === me.assignment?.organisation_id
  const start = async () => {
    try {
      await act.mutateAsync({ action: 'start' })
      void message.success(t('done_start'))
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      void message.error(error.detail || error.title)
    }
  }
  return (
    <Button type={isMine ? 'primary' : 'default'} loading={act.isPending} onClick={() => void start()}>
      {t('action_start')}
    </Button>
  )
}

interface FinalButtonProps {
  readonly action: 'verify' | 'reject' | 'cancel'
  readonly task: TaskOut
}

function FinalButton({ action, task }: FinalButtonProps) {
  const t = useText(tasksText)
  const { message } = App.useApp()
  const act = useActOnTask(task.id)
  return (
    <ConfirmButton
      label={t(`action_${action}`)}
      title={t(`action_${action}_title`, { title: task.title })}
      description={t(`action_${action}_text`)}
      reason={action === 'verify' ? 'optional' : 'required'}
      danger={action === 'cancel'}
      {...(action === 'verify' && { type: 'primary' as const })}
      onConfirm={async (reason) => {
        await act.mutateAsync({ action, reason: reason || null })
        void message.success(t(`done_${action}`))
      }}
    />
  )
}
