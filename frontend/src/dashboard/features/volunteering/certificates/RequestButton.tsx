import { App, Form, Input } from 'antd'
import { useSettings } from '../../../app/settings-query'
import { DateField } from '../../../components/DateField'
import { FormDialog } from '../../../components/FormDialog'
import { useRequired } from '../../../forms/use-required'
import { useText } from '../../../i18n/use-text'
import { PersonSelect } from '../PersonSelect'
import type { CertificateIn } from '../volunteering-types'
import { useRequestCertificate } from './certificate-queries'
import { certificatesText } from './certificates-text'
import '../plan/plan.css'

/** Asks for a certificate in somebody's name. */
export function RequestButton() {
  const t = useText(certificatesText)
  const { message } = App.useApp()
  const { today } = useSettings()
  const request = useRequestCertificate()
  return (
    <FormDialog<CertificateIn>
      label={t('request')}
      title={t('request')}
      type="primary"
      initialValues={{ from_on: `${today.slice(0, 4)}-01-01`, until_on: today }}
      onSubmit={async ({ purpose, ...values }) => {
        await request.mutateAsync({ ...values, purpose: purpose?.trim() ?? '' })
        void message.success(t('requested'))
      }}
    >
      {() => <RequestFields />}
    </FormDialog>
  )
}

function RequestFields() {
  const t = useText(certificatesText)
  const { today } = useSettings()
  const required = useRequired()
  return (
    <>
      <Form.Item name="person_id" label={t('person')} rules={[required.choice]}>
        <PersonSelect />
      </Form.Item>
      <div className="vol-fields">
        <Form.Item name="from_on" label={t('from_on')} rules={[required.choice]}>
          <DateField label={t('from_on')} until={today} allowClear={false} />
        </Form.Item>
        <Form.Item
          name="until_on"
          label={t('until_on')}
          dependencies={['from_on']}
          rules={[
            required.choice,
            ({ getFieldValue }) => ({
              validator: async (_: unknown, on: string | undefined) => {
                if (on !== undefined && on < getFieldValue('from_on')) throw new Error(t('until_early'))
              },
            }),
          ]}
        >
          <DateField label={t('until_on')} until={today} allowClear={false} />
        </Form.Item>
      </div>
      <Form.Item name="purpose" label={t('purpose')} extra={t('purpose_hint')}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
    </>
  )
}
