import { Button, Form, Input, Radio } from 'antd'
import type { CalendarDayOut, DayKind } from '@/shared/api/schema.gen'
import { DateField } from '../../components/DateField'
import { useRequired } from '../../forms/use-required'
import { useText } from '../../i18n/use-text'
import { calendarText } from './calendar-text'
import { daysOfRun } from './month-days'

interface Values {
  readonly kind: DayKind
  readonly from: string
  readonly to?: string
  readonly name: string
}

interface RunFormProps {
  readonly year: number
  readonly onAdd: (days: readonly CalendarDayOut[]) => void
}

/** From one day to another, as the notice names them; a single day when the second is left out. */
export function RunForm({ year, onAdd }: RunFormProps) {
  const t = useText(calendarText)
  const [form] = Form.useForm<Values>()
  const add = ({ kind, from, to, name }: Values) => {
    const days = daysOfRun(from, to ?? from, kind, name.trim())
    if (days.length === 0) {
      form.setFields([{ name: 'from', errors: [t('run_nothing')] }])
      return
    }
    onAdd(days)
    form.resetFields(['from', 'to', 'name'])
  }
  const within = {
    validator: async (_: unknown, day: string | undefined) => {
      if (day !== undefined && !day.startsWith(`${year}-`))
        throw new Error(t('run_outside', { year: String(year) }))
      const from = form.getFieldValue('from')
      if (day !== undefined && from !== undefined && day < from) throw new Error(t('run_order'))
    },
  }
  const required = useRequired()
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="run-form"
      aria-label={t('run')}
      initialValues={{ kind: 'holiday' }}
      onFinish={add}
    >
      <h2>{t('run')}</h2>
      <p className="soft">{t('run_hint')}</p>
      <Form.Item name="kind" label={t('kind')}>
        <Radio.Group
          options={[
            { value: 'holiday', label: t('kind_holiday') },
            { value: 'workday', label: t('kind_workday') },
          ]}
        />
      </Form.Item>
      <div className="run-dates">
        <Form.Item name="from" label={t('from')} rules={[required.choice, within]}>
          <DateField label={t('from')} />
        </Form.Item>
        <Form.Item name="to" label={t('to')} dependencies={['from']} rules={[within]}>
          <DateField label={t('to')} />
        </Form.Item>
      </div>
      <Form.Item name="name" label={t('name')} rules={[required.text]}>
        <Input maxLength={60} placeholder={t('name_hint')} autoComplete="off" />
      </Form.Item>
      <Button htmlType="submit">{t('add')}</Button>
    </Form>
  )
}
