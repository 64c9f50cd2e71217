import { useNavigate } from '@tanstack/react-router'
import { App, Button, Form } from 'antd'
import { useState } from 'react'
import type { ApiError } from '@/shared/api/problem'
import { useSettings } from '../../../app/settings-query'
import { useMe } from '../../../auth/session-query'
import { OrganisationPicker } from '../../../components/OrganisationPicker'
import { ProblemAlert } from '../../../components/ProblemAlert'
import { showFieldErrors } from '../../../forms/show-field-errors'
import { useRequired } from '../../../forms/use-required'
import { useText } from '../../../i18n/use-text'
import { useCreateActivity } from '../activities/activity-queries'
import { ActivityFields } from './ActivityFields'
import { type ActivityValues, activityIn, USUAL } from './activity-values'
import { planText } from './plan-text'
import { ShiftList } from './ShiftList'

/** An activity from scratch. */
export function BlankForm() {
  const t = useText(planText)
  const { message } = App.useApp()
  const navigate = useNavigate()
  const { time_zone } = useSettings()
  const { assignment } = useMe()
  const create = useCreateActivity()
  const [form] = Form.useForm<ActivityValues>()
  const [rest, setRest] = useState<ApiError | null>(null)

  const send = async (values: ActivityValues) => {
    setRest(null)
    try {
      const { id } = await create.mutateAsync(activityIn(values, time_zone))
      void message.success(t('saved_draft'))
      await navigate({ to: '/volunteering/activities/$activityId', params: { activityId: id } })
    } catch (error) {
      setRest(showFieldErrors(form, error))
    }
  }

  return (
    <Form<ActivityValues>
      form={form}
      layout="vertical"
      scrollToFirstError
      initialValues={{ ...USUAL, organisation_id: assignment?.organisation_id, shifts: [{}] }}
      onFinish={(values) => void send(values)}
    >
      <ActivityFields organisation={<OrganisationField />} shifts={<ShiftList />} />
      {rest !== null && <ProblemAlert error={rest} />}
      <Button type="primary" htmlType="submit" loading={create.isPending}>
        {t('save_draft')}
      </Button>
    </Form>
  )
}

function OrganisationField() {
  const t = useText(planText)
  const required = useRequired()
  return (
    <Form.Item
      name="organisation_id"
      label={t('organisation')}
      extra={t('organisation_hint')}
      rules={[required.choice]}
    >
      <OrganisationPicker allowClear={false} />
    </Form.Item>
  )
}
