import { Button, Form, type FormInstance, Input } from 'antd'
import { useRequired } from '../../../forms/use-required'
import { useText } from '../../../i18n/use-text'
import { temporaryPassword } from './temporary-password'
import { usersText } from './users-text'

interface TemporaryPasswordFieldProps {
  readonly form: Pick<FormInstance, 'setFieldValue' | 'validateFields'>
}

/** A password that an administrator hands over: shown, since it has to be told. */
export function TemporaryPasswordField({ form }: TemporaryPasswordFieldProps) {
  const t = useText(usersText)
  const required = useRequired()
  const generate = () => {
    form.setFieldValue('password', temporaryPassword())
    void form.validateFields(['password'])
  }
  return (
    <Form.Item
      label={t('temporary_password')}
      htmlFor="temporary-password"
      required
      extra={t('temporary_hint')}
    >
      <div className="system-password">
        <Form.Item
          name="password"
          noStyle
          messageVariables={{ label: t('temporary_password') }}
          rules={[required.text]}
        >
          <Input id="temporary-password" autoComplete="off" spellCheck={false} maxLength={128} />
        </Form.Item>
        <Button onClick={generate}>{t('generate')}</Button>
      </div>
    </Form.Item>
  )
}
