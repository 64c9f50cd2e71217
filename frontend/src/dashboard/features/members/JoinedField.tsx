import { DatePicker, Form, type FormInstance, Select, Space } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useLocale } from '../../app/locale'
import { useSettings } from '../../app/settings-query'
import { useText } from '../../i18n/use-text'
import { memberFormText } from './member-form-text'
import type { MemberFormValues } from './member-form-values'
import { membersText } from './members-text'

const STORED = 'YYYY-MM-DD'
const PICKERS = { day: 'date', month: 'month', year: 'year' } as const
const FORMATS = {
  'zh-CN': { day: 'YYYY年M月D日', month: 'YYYY年M月', year: 'YYYY年' },
  'en-US': { day: 'MMM D, YYYY', month: 'MMM YYYY', year: 'YYYY' },
} as const
const TYPED = { day: STORED, month: 'YYYY-MM', year: 'YYYY' } as const

/** The day of joining, with how much of it is known: old papers often give the month only. */
export function JoinedField({ form }: { readonly form: FormInstance<MemberFormValues> }) {
  const t = useText(membersText)
  const f = useText(memberFormText)
  const locale = useLocale()
  const { today } = useSettings()
  const precision = Form.useWatch('joined_precision', form) ?? 'day'
  const start = { day: 'day', month: 'month', year: 'year' } as const
  return (
    <Form.Item label={t('joined_on')} htmlFor="joined_on">
      <Space.Compact block>
        <Form.Item name="joined_precision" noStyle>
          <Select
            aria-label={f('joined_precision')}
            className="members-precision"
            options={[
              { value: 'day', label: f('day') },
              { value: 'month', label: f('month') },
              { value: 'year', label: f('year') },
            ]}
          />
        </Form.Item>
        <Form.Item
          name="joined_on"
          noStyle
          getValueProps={(on: string | undefined) => ({ value: on === undefined ? null : dayjs(on, STORED) })}
          getValueFromEvent={(day: Dayjs | null) => day?.startOf(start[precision]).format(STORED)}
        >
          <DatePicker
            aria-label={t('joined_on')}
            className="members-full-width"
            picker={PICKERS[precision]}
            format={[FORMATS[locale][precision], TYPED[precision]]}
            maxDate={dayjs(today, STORED)}
          />
        </Form.Item>
      </Space.Compact>
    </Form.Item>
  )
}
