import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Form } from 'antd'
import { useState } from 'react'
import type { ApiError } from '@/shared/api/problem'
import { useSettings } from '../../../app/settings-query'
import { ListFace } from '../../../components/ListFace'
import { PageHeader } from '../../../components/PageHeader'
import { ProblemAlert } from '../../../components/ProblemAlert'
import { showFieldErrors } from '../../../forms/show-field-errors'
import { useText } from '../../../i18n/use-text'
import { wordsText } from '../../../i18n/words-text'
import { activityQuery, useChangeActivity } from '../activities/activity-queries'
import type { ActivityOut } from '../volunteering-types'
import { ActivityFields } from './ActivityFields'
import { type ActivityValues, factsIn, valuesOf } from './activity-values'
import { planText } from './plan-text'
import '../volunteering.css'
import './plan.css'

/** The facts of an activity that has not begun. */
export function EditActivityPage({ id }: { readonly id: string }) {
  const activity = useQuery(activityQuery(id))
  return (
    <div className="page page-narrow">
      <ListFace list={activity} isEmpty={false} empty={{ title: '' }}>
        {activity.data !== undefined && <EditActivity activity={activity.data} />}
      </ListFace>
    </div>
  )
}

function EditActivity({ activity }: { readonly activity: ActivityOut }) {
  const t = useText(planText)
  const words = useText(wordsText)
  const { message } = App.useApp()
  const navigate = useNavigate()
  const { time_zone } = useSettings()
  const change = useChangeActivity(activity)
  const [form] = Form.useForm<ActivityValues>()
  const [rest, setRest] = useState<ApiError | null>(null)
  const { id, title, leader_id, leader_name } = activity

  const send = async (values: ActivityValues) => {
    setRest(null)
    try {
      await change.mutateAsync(factsIn(values, time_zone))
      void message.success(words('saved'))
      await navigate({ to: '/volunteering/activities/$activityId', params: { activityId: id } })
    } catch (error) {
      setRest(showFieldErrors(form, error))
    }
  }

  return (
    <>
      <PageHeader
        title={t('edit_title', { title })}
        parent={{ to: `/volunteering/activities/${id}`, label: title }}
        description={t('edit_hint')}
      />
      <Form<ActivityValues>
        form={form}
        layout="vertical"
        scrollToFirstError
        initialValues={valuesOf(activity, time_zone)}
        onFinish={(values) => void send(values)}
      >
        <ActivityFields
          leader={leader_id === null ? undefined : { id: leader_id, name: leader_name ?? '' }}
        />
        {rest !== null && <ProblemAlert error={rest} />}
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {words('save')}
        </Button>
      </Form>
    </>
  )
}
