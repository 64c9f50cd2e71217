import { App, Form, Input, Select } from 'antd'
import { useSettings } from '../../../app/settings-query'
import { DateField } from '../../../components/DateField'
import { FormDialog } from '../../../components/FormDialog'
import { OrganisationPicker } from '../../../components/OrganisationPicker'
import { useRequired } from '../../../forms/use-required'
import { postsText } from '../../../i18n/posts-text'
import { useText } from '../../../i18n/use-text'
import { wordsText } from '../../../i18n/words-text'
import { PersonSelect } from '../PersonSelect'
import { POSTS } from '../secretaries-search'
import { secretariesText } from '../secretaries-text'
import { useEnterAppointment } from '../secretary-queries'
import type { SecretaryIn } from '../secretary-types'
import { appointmentText } from './appointment-text'
import { DutyFields } from './CorrectButton'

/** Enters an appointment that was there before the system was. */
export function LateEntryButton() {
  const t = useText(appointmentText)
  const { message } = App.useApp()
  const enter = useEnterAppointment()
  return (
    <FormDialog<SecretaryIn>
      label={t('late_entry')}
      title={t('late_entry_title')}
      description={t('late_entry_text')}
      initialValues={{ post: 'secretary', full_time: false }}
      onSubmit={async (values) => {
        await enter.mutateAsync(values)
        void message.success(t('late_done'))
      }}
    >
      {() => <LateEntryFields />}
    </FormDialog>
  )
}

function LateEntryFields() {
  const t = useText(appointmentText)
  const words = useText(wordsText)
  const names = useText(secretariesText)
  const posts = useText(postsText)
  const { today } = useSettings()
  const required = useRequired()
  return (
    <>
      <Form.Item name="organisation_id" label={names('organisation')} rules={[required.choice]}>
        <OrganisationPicker />
      </Form.Item>
      <Form.Item noStyle dependencies={['organisation_id']}>
        {({ getFieldValue }) => (
          <Form.Item name="person_id" label={names('name')} rules={[required.choice]}>
            <PersonSelect organisationId={getFieldValue('organisation_id')} />
          </Form.Item>
        )}
      </Form.Item>
      <Form.Item name="post" label={names('post')} rules={[required.choice]}>
        <Select options={POSTS.map((post) => ({ value: post, label: posts(post) }))} />
      </Form.Item>
      <DutyFields />
      <Form.Item name="from_on" label={names('from_on')} rules={[required.choice]}>
        <DateField label={names('from_on')} until={today} />
      </Form.Item>
      <Form.Item name="to_on" label={names('to_on')} extra={t('late_on_hint')}>
        <DateField label={names('to_on')} until={today} />
      </Form.Item>
      <Form.Item
        name="late_reason"
        label={t('late_reason')}
        rules={[{ ...required, whitespace: true, message: words('reason_required') }]}
      >
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
    </>
  )
}
