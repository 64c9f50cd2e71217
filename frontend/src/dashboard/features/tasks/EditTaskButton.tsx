import { App, Form, Input } from 'antd'
import type { TaskOut } from '@/shared/api/schema.gen'
import { FormDialog } from '../../components/FormDialog'
import { useRequired } from '../../forms/use-required'
import { useText } from '../../i18n/use-text'
import { wordsText } from '../../i18n/words-text'
import { ResponsibleSelect } from './ResponsibleSelect'
import { useChangeTask } from './task-queries'
import { tasksText } from './tasks-text'

interface Values {
  readonly title: string
  readonly detail: string
  readonly responsible_user_id: string | null
}

export function EditTaskButton({ task }: { readonly task: TaskOut }) {
  const t = useText(tasksText)
  const words = useText(wordsText)
  const required = useRequired()
  const { message } = App.useApp()
  const change = useChangeTask(task)
  const { title, detail, responsible_user_id, responsible_name } = task
  return (
    <FormDialog<Values>
      label={t('edit')}
      title={t('edit_title')}
      submit={words('save')}
      initialValues={{ title, detail, responsible_user_id }}
      onSubmit={async (values) => {
        await change.mutateAsync({ ...values, detail: values.detail.trim() || null })
        void message.success(words('saved'))
      }}
    >
      {() => (
        <>
          <Form.Item name="title" label={t('give_title')} rules={[required.text]}>
            <Input maxLength={200} autoComplete="off" />
          </Form.Item>
          <Form.Item name="detail" label={t('give_detail')}>
            <Input.TextArea rows={5} maxLength={4000} />
          </Form.Item>
          <Form.Item name="responsible_user_id" label={t('responsible')} extra={t('give_responsible_hint')}>
            <ResponsibleSelect
              organisationId={task.organisation_id}
              {...(responsible_user_id !== null &&
                responsible_name !== null && {
                  present: { id: responsible_user_id, name: responsible_name },
                })}
            />
          </Form.Item>
        </>
      )}
    </FormDialog>
  )
}
