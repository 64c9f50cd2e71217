import { Form, type FormInstance, Input } from 'antd'
import { useFormat } from '../../app/use-format'
import { useText } from '../../i18n/use-text'
import { identityFault, normaliseIdentityNumber, statedBy } from '../../records/identity-number'
import { memberFormText } from './member-form-text'
import type { MemberFormValues } from './member-form-values'
import { membersText } from './members-text'

interface IdentityFieldProps {
  readonly form: FormInstance<MemberFormValues>
  /** The number that is held, as far as it may be shown. */
  readonly masked: string | null
}

/** Checks the number as it is typed, and fills in what it states. */
export function IdentityField({ form, masked }: IdentityFieldProps) {
  const t = useText(membersText)
  const f = useText(memberFormText)
  const format = useFormat()
  const typed: string = Form.useWatch('identity_number', form) ?? ''
  const isSound = typed !== '' && identityFault(typed) === null
  const follow = (number: string) => {
    if (identityFault(number) !== null) return
    const { birthOn, sex } = statedBy(number)
    form.setFieldsValue({ birth_on: birthOn, sex })
  }
  const check = async (_rule: unknown, number: string | undefined) => {
    const fault = number ? identityFault(number) : null
    if (fault === null) return
    const places = normaliseIdentityNumber(number ?? '').length
    throw new Error(f(`identity_${fault}`, { places }))
  }
  return (
    <Form.Item
      name="identity_number"
      label={t('identity_number')}
      validateTrigger="onBlur"
      rules={[{ validator: check }]}
      extra={hint()}
    >
      <Input
        maxLength={40}
        autoComplete="off"
        className="members-number"
        onChange={(event) => follow(event.target.value)}
      />
    </Form.Item>
  )

  function hint(): string {
    if (isSound) {
      const { birthOn, sex } = statedBy(typed)
      return f('identity_sound', { birth: format.date(birthOn), sex: t(sex) })
    }
    return masked === null ? f('identity_hint') : f('keep_number', { masked })
  }
}
