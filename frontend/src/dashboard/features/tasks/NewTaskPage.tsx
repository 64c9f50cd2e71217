import { useNavigate } from '@tanstack/react-router'
import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import type { ApiError } from '@/shared/api/problem'
import type { TaskIn } from '@/shared/api/schema.gen'
import { useSettings } from '../../app/settings-query'
import { DateField } from '../../components/DateField'
import { OrganisationPicker } from '../../components/OrganisationPicker'
import { PageHeader } from '../../components/PageHeader'
import { ProblemAlert } from '../../components/ProblemAlert'
import { showFieldErrors } from '../../forms/show-field-errors'
import { useRequired } from '../../forms/use-required'
import { useText } from '../../i18n/use-text'
import { useRecordWords } from '../../records/use-record-words'
import { ResponsibleSelect } from './ResponsibleSelect'
import { useGiveTask } from './task-queries'
import type { NewTaskSearch } from './tasks-search'
import { tasksText } from './tasks-text'
import './tasks.css'

export function NewTaskPage({ search }: { readonly search: NewTaskSearch }) {
  const t = useText(tasksText)
  const words = useRecordWords()
  const { origin_type } = search
  return (
    <div className="page page-narrow">
      <PageHeader
        title={t('give')}
        parent={{ to: '/tasks', label: t('title') }}
        description={t('give_description')}
        meta={
          origin_type !== undefined && (
            <span className="soft">{t('give_origin', { what: words.subject(origin_type) })}</span>
          )
        }
      />
      <TaskForm search={search} />
    </div>
  )
}

type Values = Omit<TaskIn, 'origin'>

function TaskForm({ search }: { readonly search: NewTaskSearch }) {
  const t = useText(tasksText)
  const { message } = App.useApp()
  const navigate = useNavigate()
  const give = useGiveTask()
  const [form] = Form.useForm<Values>()
  const [rest, setRest] = useState<ApiError | null>(null)
  const { organisation_id, title } = search

  const send = async (values: Values) => {
    setRest(null)
    try {
      const task = await give.mutateAsync({ ...values, origin: originOf(search) })
      void message.success(t('given'))
      await navigate({ to: '/tasks/$taskId', params: { taskId: task.id } })
    } catch (error) {
      setRest(showFieldErrors(form, error))
    }
  }

  return (
    <Form<Values>
      form={form}
      layout="vertical"
      initialValues={{ organisation_id, title }}
      onFinish={(values) => void send(values)}
    >
      {rest !== null && <ProblemAlert error={rest} />}
      <TaskFields />
      <Button type="primary" htmlType="submit" loading={give.isPending}>
        {t('give')}
      </Button>
    </Form>
  )
}

function TaskFields() {
  const t = useText(tasksText)
  const { today } = useSettings()
  const required = useRequired()
  const notPast = {
    validator: async (_: unknown, on: string | undefined) => {
      if (on !== undefined && on < today) throw new Error(t('due_past'))
    },
  }
  return (
    <>
      <Form.Item name="organisation_id" label={t('organisation')} rules={[required.choice]}>
        <OrganisationPicker />
      </Form.Item>
      <Form.Item name="title" label={t('give_title')} extra={t('give_title_hint')} rules={[required.text]}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="detail" label={t('give_detail')} extra={t('give_detail_hint')}>
        <Input.TextArea rows={5} maxLength={4000} />
      </Form.Item>
      <Form.Item name="due_on" label={t('due_on')} rules={[required.choice, notPast]}>
        <DateField label={t('due_on')} />
      </Form.Item>
      <Form.Item noStyle dependencies={['organisation_id']}>
        {({ getFieldValue }) => (
          <Form.Item name="responsible_user_id" label={t('responsible')} extra={t('give_responsible_hint')}>
            <ResponsibleSelect organisationId={getFieldValue('organisation_id')} />
          </Form.Item>
        )}
      </Form.Item>
    </>
  )
}

function originOf({ origin_type: type, origin_id: id }: NewTaskSearch) {
  return type === undefined || id === undefined ? null : { type, id }
}
