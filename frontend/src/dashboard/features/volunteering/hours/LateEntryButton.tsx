import { App, Form, Input, InputNumber, Radio } from 'antd'
import { useSettings } from '../../../app/settings-query'
import { DateField } from '../../../components/DateField'
import { FormDialog } from '../../../components/FormDialog'
import { TimeField } from '../../../components/TimeField'
import { useRequired } from '../../../forms/use-required'
import { useText } from '../../../i18n/use-text'
import { PersonSelect } from '../PersonSelect'
import { ActivitySelect } from './ActivitySelect'
import { useEnterHours } from './hours-queries'
import { lateEntryText } from './hours-text'
import { type LateEntryValues, lateEntryIn, lengthOf } from './late-entry-values'
import '../plan/plan.css'

interface LateEntryButtonProps {
  /** The activity that the hours belong to, where the page is about one. */
  readonly activityId?: string
  readonly day?: string
}

/** Hours that were not recorded at the time, with the reason. */
export function LateEntryButton({ activityId, day }: LateEntryButtonProps) {
  const t = useText(lateEntryText)
  const { message } = App.useApp()
  const { time_zone } = useSettings()
  const enter = useEnterHours()
  return (
    <FormDialog<LateEntryValues>
      label={t('label')}
      title={t('title')}
      submit={t('submit')}
      description={t('hint')}
      initialValues={{
        source: 'activity',
        began: '09:00',
        ...(activityId !== undefined && { activity_id: activityId }),
        ...(day !== undefined && { day }),
      }}
      onSubmit={async (values) => {
        await enter.mutateAsync(
          lateEntryIn({ ...values, activity_id: values.activity_id ?? activityId ?? '' }, time_zone),
        )
        void message.success(t('done'))
      }}
    >
      {() => <LateEntryFields isOfActivity={activityId !== undefined} />}
    </FormDialog>
  )
}

function LateEntryFields({ isOfActivity }: { readonly isOfActivity: boolean }) {
  const t = useText(lateEntryText)
  const { today } = useSettings()
  const required = useRequired()
  return (
    <>
      <Form.Item name="person_id" label={t('person')} rules={[required.choice]}>
        <PersonSelect />
      </Form.Item>
      {isOfActivity ? (
        <Form.Item name="source" hidden>
          <Input />
        </Form.Item>
      ) : (
        <SourceFields />
      )}
      <div className="vol-fields">
        <Form.Item name="day" label={t('day')} rules={[required.choice]}>
          <DateField label={t('day')} until={today} />
        </Form.Item>
        <Form.Item name="began" label={t('began')} rules={[required.choice]}>
          <TimeField label={t('began')} />
        </Form.Item>
      </div>
      <LengthFields />
      <Form.Item name="reason" label={t('reason')} rules={[required.text]}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </>
  )
}

function SourceFields() {
  const t = useText(lateEntryText)
  const required = useRequired()
  const source = Form.useWatch('source')
  return (
    <>
      <Form.Item name="source" label={t('source')}>
        <Radio.Group
          options={[
            { value: 'activity', label: t('source_activity') },
            { value: 'title', label: t('source_title') },
          ]}
        />
      </Form.Item>
      {source === 'title' ? (
        <Form.Item name="title" label={t('service')} rules={[required.text]}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
      ) : (
        <Form.Item name="activity_id" label={t('activity')} rules={[required.choice]}>
          <ActivitySelect />
        </Form.Item>
      )}
    </>
  )
}

const MOST_HOURS = 24

function LengthFields() {
  const t = useText(lateEntryText)
  return (
    <div className="vol-fields">
      <Form.Item
        name="hours"
        label={t('hours')}
        rules={[
          ({ getFieldsValue }) => ({
            validator: async () => {
              if (lengthOf(getFieldsValue(['hours', 'minutes'])) === 0) throw new Error(t('length_needed'))
            },
          }),
        ]}
      >
        <InputNumber min={0} max={MOST_HOURS} precision={0} />
      </Form.Item>
      <Form.Item name="minutes" label={t('minutes')}>
        <InputNumber min={0} max={59} precision={0} />
      </Form.Item>
    </div>
  )
}
