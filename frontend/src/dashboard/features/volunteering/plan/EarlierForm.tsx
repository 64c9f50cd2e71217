import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import type { ApiError } from '@/shared/api/problem'
import { DateField } from '../../../components/DateField'
import { ProblemAlert } from '../../../components/ProblemAlert'
import { showFieldErrors } from '../../../forms/show-field-errors'
import { useRequired } from '../../../forms/use-required'
import { useText } from '../../../i18n/use-text'
import { activityQuery, useCopyActivity } from '../activities/activity-queries'
import { EarlierChoice } from './EarlierChoice'
import { planText } from './plan-text'

interface Values {
  readonly from: string
  readonly on: string
  readonly title?: string
}

/** The next one from the last one: which, and on which day. */
export function EarlierForm({ from }: { readonly from: string | undefined }) {
  const t = useText(planText)
  const { message } = App.useApp()
  const navigate = useNavigate()
  const copy = useCopyActivity()
  const [form] = Form.useForm<Values>()
  const [rest, setRest] = useState<ApiError | null>(null)

  const send = async ({ title, ...values }: Values) => {
    setRest(null)
    const typed = title?.trim() ?? ''
    try {
      const { id } = await copy.mutateAsync({ ...values, ...(typed !== '' && { title: typed }) })
      void message.success(t('copied'))
      await navigate({ to: '/volunteering/activities/$activityId', params: { activityId: id } })
    } catch (error) {
      setRest(showFieldErrors(form, error))
    }
  }

  return (
    <Form<Values>
      form={form}
      layout="vertical"
      initialValues={from === undefined ? {} : { from }}
      onFinish={(values) => void send(values)}
    >
      <p className="soft vol-hint">{t('earlier_hint')}</p>
      <Form.Item name="from" label={t('from')} rules={[{ required: true, message: t('from_needed') }]}>
        <EarlierChoice />
      </Form.Item>
      <CopyFields />
      {rest !== null && <ProblemAlert error={rest} />}
      <Button type="primary" htmlType="submit" loading={copy.isPending}>
        {t('copy')}
      </Button>
    </Form>
  )
}

function CopyFields() {
  const t = useText(planText)
  const required = useRequired()
  const from: string | undefined = Form.useWatch('from')
  const { data } = useQuery({ ...activityQuery(from ?? ''), enabled: from !== undefined })
  return (
    <div className="vol-fields">
      <Form.Item name="on" label={t('on')} rules={[required.choice]}>
        <DateField label={t('on')} />
      </Form.Item>
      <Form.Item name="title" label={t('new_title')} extra={t('new_title_hint')}>
        <Input maxLength={100} autoComplete="off" placeholder={data?.title ?? ''} />
      </Form.Item>
    </div>
  )
}
