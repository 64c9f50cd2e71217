import { App, Form } from 'antd'
import type { TaskOut } from '@/shared/api/schema.gen'
import { useFormat } from '../../app/use-format'
import { DateField } from '../../components/DateField'
import { FormDialog } from '../../components/FormDialog'
import { ReasonItem } from '../../components/ReasonItem'
import { useRequired } from '../../forms/use-required'
import { useText } from '../../i18n/use-text'
import { useActOnTask } from './task-queries'
import { tasksText } from './tasks-text'

interface Values {
  readonly due_on: string
  readonly reason: string
}

export function ExtendButton({ task }: { readonly task: TaskOut }) {
  const t = useText(tasksText)
  const required = useRequired()
  const format = useFormat()
  const { message } = App.useApp()
  const act = useActOnTask(task.id)
  const later = {
    validator: async (_: unknown, on: string | undefined) => {
      if (on !== undefined && on <= task.due_on) throw new Error(t('not_later'))
    },
  }
  return (
    <FormDialog<Values>
      label={t('action_extend')}
      title={t('action_extend_title', { title: task.title })}
      description={t('action_extend_text', { date: format.date(task.due_on) })}
      onSubmit={async ({ due_on, reason }) => {
        await act.mutateAsync({ action: 'extend', due_on, reason: reason.trim() })
        void message.success(t('done_extend'))
      }}
    >
      {() => (
        <>
          <Form.Item name="due_on" label={t('new_due_on')} rules={[required.choice, later]}>
            <DateField label={t('new_due_on')} />
          </Form.Item>
          <ReasonItem />
        </>
      )}
    </FormDialog>
  )
}
