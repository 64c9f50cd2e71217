import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import type { ApiError } from '@/shared/api/problem'
import type { TaskOut } from '@/shared/api/schema.gen'
import { useCan } from '../../auth/session-query'
import { FilesField } from '../../components/FilesField'
import { ProblemAlert } from '../../components/ProblemAlert'
import { showFieldErrors } from '../../forms/show-field-errors'
import { useText } from '../../i18n/use-text'
import { wordsText } from '../../i18n/words-text'
import { useActOnTask, useChangeTask } from './task-queries'
import { tasksText } from './tasks-text'

interface Values {
  readonly evidence: string
}

/** Written by whoever works on the task; submitted by who may. */
export function EvidenceForm({ task }: { readonly task: TaskOut }) {
  const t = useText(tasksText)
  const words = useText(wordsText)
  const can = useCan()
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>()
  const [files, setFiles] = useState<readonly string[]>(task.evidence_file_ids)
  const [rest, setRest] = useState<ApiError | null>(null)
  const change = useChangeTask(task)
  const act = useActOnTask(task.id)
  const maySubmit = task.allowed_actions.includes('submit')

  const send = async (work: () => Promise<unknown>, done: string) => {
    setRest(null)
    try {
      await work()
      void message.success(done)
    } catch (error) {
      setRest(showFieldErrors(form, error))
    }
  }
  const written = () => ({
    evidence: (form.getFieldValue('evidence') ?? '').trim() || null,
    evidence_file_ids: [...files],
  })
  const save = () => send(() => change.mutateAsync(written()), words('saved'))
  const submit = () => send(() => act.mutateAsync({ action: 'submit', ...written() }), t('done_submit'))

  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ evidence: task.evidence }}
      onFinish={() => void submit()}
    >
      {rest !== null && <ProblemAlert error={rest} />}
      <Form.Item
        name="evidence"
        label={t('evidence_text')}
        rules={[{ required: true, whitespace: true, message: t('evidence_missing') }]}
      >
        <Input.TextArea rows={6} maxLength={4000} />
      </Form.Item>
      {can('files.write') && (
        <FilesField
          organisationId={task.organisation_id}
          ids={files}
          label={t('files')}
          onChange={setFiles}
        />
      )}
      <div className="task-evidence-actions">
        {maySubmit && (
          <Button type="primary" htmlType="submit" loading={act.isPending}>
            {t('action_submit')}
          </Button>
        )}
        <Button loading={change.isPending} onClick={() => void save()}>
          {maySubmit ? t('evidence_save') : words('save')}
        </Button>
        <SubmitHint task={task} />
      </div>
    </Form>
  )
}

/** Why the task cannot be submitted here and now. */
function SubmitHint({ task: { state, allowed_actions } }: { readonly task: TaskOut }) {
  const t = useText(tasksText)
  const can = useCan()
  if (allowed_actions.includes('submit')) return null
  const hint = can('tasks.write') && state === 'open' ? 'start_first' : 'evidence_by_secretary'
  return <span className="soft">{t(hint)}</span>
}
