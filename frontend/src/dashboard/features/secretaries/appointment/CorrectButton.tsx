import { App, Checkbox, Form, Input } from 'antd'
import { FormDialog } from '../../../components/FormDialog'
import { useText } from '../../../i18n/use-text'
import { wordsText } from '../../../i18n/words-text'
import { secretariesText } from '../secretaries-text'
import { useCorrectAppointment } from '../secretary-queries'
import type { Secretary } from '../secretary-types'
import { appointmentText } from './appointment-text'

interface Values {
  readonly full_time: boolean
  readonly duty_title: string | null
}

export function CorrectButton({ secretary }: { readonly secretary: Secretary }) {
  const t = useText(appointmentText)
  const words = useText(wordsText)
  const { message } = App.useApp()
  const correct = useCorrectAppointment(secretary)
  const { name, full_time, duty_title } = secretary
  return (
    <FormDialog<Values>
      label={t('correct')}
      title={t('correct_title', { name })}
      submit={words('save')}
      initialValues={{ full_time, duty_title }}
      onSubmit={async (values) => {
        await correct.mutateAsync({ ...values, duty_title: values.duty_title?.trim() || null })
        void message.success(words('saved'))
      }}
    >
      {() => <DutyFields />}
    </FormDialog>
  )
}

/** Whether the post is somebody's whole work, and which office is held besides. */
export function DutyFields() {
  const t = useText(appointmentText)
  const words = useText(secretariesText)
  return (
    <>
      <Form.Item name="full_time" valuePropName="checked">
        <Checkbox>{t('full_time_field')}</Checkbox>
      </Form.Item>
      <Form.Item name="duty_title" label={words('duty_title')} extra={t('duty_title_hint')}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
    </>
  )
}
