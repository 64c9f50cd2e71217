import { Form, type FormInstance, Radio } from 'antd'
import { useSettings } from '../../app/settings-query'
import { DateField } from '../../components/DateField'
import { useText } from '../../i18n/use-text'
import { JoinedField } from './JoinedField'
import { memberFormText } from './member-form-text'
import type { MemberFormValues } from './member-form-values'
import { membersText } from './members-text'

export function MembershipFields({ form }: { readonly form: FormInstance<MemberFormValues> }) {
  const t = useText(membersText)
  const f = useText(memberFormText)
  const { today } = useSettings()
  return (
    <fieldset className="members-fields">
      <legend>{f('membership')}</legend>
      <JoinedField form={form} />
      <Form.Item name="full_on" label={t('full_on')}>
        <DateField label={t('full_on')} until={today} />
      </Form.Item>
      <Form.Item name="standing" label={t('standing')}>
        <Radio.Group
          options={[
            { value: 'full', label: t('full') },
            { value: 'probationary', label: t('probationary') },
          ]}
        />
      </Form.Item>
      <Form.Item name="service" label={t('service')}>
        <Radio.Group
          options={[
            { value: 'in_service', label: t('in_service') },
            { value: 'retired', label: t('retired') },
          ]}
        />
      </Form.Item>
    </fieldset>
  )
}
