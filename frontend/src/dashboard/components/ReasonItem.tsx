import { Form, Input } from 'antd'
import { useText } from '../i18n/use-text'
import { wordsText } from '../i18n/words-text'

export function ReasonItem() {
  const words = useText(wordsText)
  return (
    <Form.Item
      name="reason"
      label={words('reason')}
      rules={[{ required: true, whitespace: true, message: words('reason_required') }]}
    >
      <Input.TextArea rows={3} maxLength={1000} />
    </Form.Item>
  )
}
