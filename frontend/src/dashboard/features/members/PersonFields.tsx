import { Form, type FormInstance, Input, Select } from 'antd'
import type { MemberOut } from '@/shared/api/schema.gen'
import { useSettings } from '../../app/settings-query'
import { DateField } from '../../components/DateField'
import { useRequired } from '../../forms/use-required'
import { useText } from '../../i18n/use-text'
import { IdentityField } from './IdentityField'
import { memberFormText } from './member-form-text'
import type { MemberFormValues } from './member-form-values'
import { membersText } from './members-text'
import { useCodeNames } from './use-code-names'

interface PersonFieldsProps {
  readonly form: FormInstance<MemberFormValues>
  readonly member?: MemberOut
}

export function PersonFields({ form, member }: PersonFieldsProps) {
  const t = useText(membersText)
  const f = useText(memberFormText)
  const required = useRequired()
  const { today } = useSettings()
  return (
    <fieldset className="members-fields">
      <legend>{f('person')}</legend>
      <Form.Item name="name" label={t('name')} rules={[required.text]}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <IdentityField form={form} masked={member?.identity_number ?? null} />
      <Form.Item name="birth_on" label={t('birth_on')}>
        <DateField label={t('birth_on')} until={today} />
      </Form.Item>
      <CodeFields />
      <Form.Item
        name="phone"
        label={t('phone')}
        {...(member?.phone != null && { extra: f('keep_number', { masked: member.phone }) })}
      >
        <Input maxLength={40} inputMode="tel" autoComplete="off" />
      </Form.Item>
    </fieldset>
  )
}

function CodeFields() {
  const t = useText(membersText)
  const f = useText(memberFormText)
  const names = useCodeNames()
  const sexes = [
    { value: 'male', label: t('male') },
    { value: 'female', label: t('female') },
  ]
  const fields = [
    { name: 'sex', label: t('sex'), options: sexes },
    { name: 'nationality', label: t('nationality'), options: names.nationalities },
    { name: 'education', label: t('education'), options: names.educations },
  ]
  return fields.map(({ name, label, options }) => (
    <Form.Item key={name} name={name} label={label}>
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={f('choose')}
        options={[...options]}
      />
    </Form.Item>
  ))
}
