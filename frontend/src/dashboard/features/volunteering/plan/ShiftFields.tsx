import { Form, Input, InputNumber } from 'antd'
import { DateField } from '../../../components/DateField'
import { TimeField } from '../../../components/TimeField'
import { useRequired } from '../../../forms/use-required'
import { useText } from '../../../i18n/use-text'
import { planText } from './plan-text'

interface ShiftFieldsProps {
  /** Where the shift stands in the form: `['shifts', 0]`, or nothing when the form is the shift. */
  readonly at: readonly (string | number)[]
  /** The same within a `Form.List`, whose items know their list already. */
  readonly within?: readonly (string | number)[]
}

/** One shift: what, when, how many; the rest behind a line. */
export function ShiftFields({ at, within = at }: ShiftFieldsProps) {
  const t = useText(planText)
  const required = useRequired()
  const name = (field: string) => [...within, field]
  return (
    <div className="vol-shift-fields">
      <Form.Item name={name('post')} label={t('post')} rules={[required.text]} className="vol-shift-post">
        <Input maxLength={100} autoComplete="off" placeholder={t('post_hint')} />
      </Form.Item>
      <Form.Item name={name('day')} label={t('day')} rules={[required.choice]}>
        <DateField label={t('day')} allowClear={false} />
      </Form.Item>
      <Form.Item name={name('from')} label={t('starts')} rules={[required.choice]}>
        <TimeField label={t('starts')} />
      </Form.Item>
      <Form.Item name={name('to')} label={t('ends')} rules={[required.choice]} extra={<Overnight at={at} />}>
        <TimeField label={t('ends')} />
      </Form.Item>
      <Form.Item name={name('capacity')} label={t('capacity')}>
        <InputNumber min={1} max={100_000} precision={0} placeholder={t('no_limit')} />
      </Form.Item>
      <MoreShiftFields name={name} />
    </div>
  )
}

/** A shift over midnight says so. */
function Overnight({ at }: Pick<ShiftFieldsProps, 'at'>) {
  const t = useText(planText)
  const from: string | undefined = Form.useWatch([...at, 'from'])
  const to: string | undefined = Form.useWatch([...at, 'to'])
  if (from === undefined || to === undefined || to > from) return null
  return t('overnight', { time: to })
}

const DAY = 1440

function MoreShiftFields({ name }: { readonly name: (field: string) => (string | number)[] }) {
  const t = useText(planText)
  const minutes = (field: 'break_minutes' | 'opens_minutes' | 'closes_minutes', usual: number) => (
    <Form.Item name={name(field)} label={t(field)}>
      <InputNumber min={0} max={DAY} precision={0} placeholder={String(usual)} />
    </Form.Item>
  )
  return (
    <details className="vol-shift-more">
      <summary>{t('more')}</summary>
      <Form.Item name={name('place')} label={t('shift_place')} extra={t('shift_place_hint')}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <div className="vol-fields">
        {minutes('break_minutes', 0)}
        {minutes('opens_minutes', 30)}
        {minutes('closes_minutes', 30)}
      </div>
    </details>
  )
}
