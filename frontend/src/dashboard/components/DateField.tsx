import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useLocale } from '../app/locale'

interface DateFieldProps {
  readonly label: string
  /** `YYYY-MM-DD`. Value and change come from `Form.Item` when the field stands in one. */
  readonly value?: string | undefined
  readonly onChange?: (on: string | undefined) => void
  readonly allowClear?: boolean
  /** Latest date that may be chosen, `YYYY-MM-DD`. */
  readonly until?: string
  readonly id?: string
}

const STORED = 'YYYY-MM-DD'

/** A date that is text outside, so that no time zone can move it. */
export function DateField({ label, value, onChange, allowClear = true, until, id }: DateFieldProps) {
  const locale = useLocale()
  return (
    <DatePicker
      aria-label={label}
      placeholder={label}
      format={locale === 'zh-CN' ? ['YYYY年M月D日', STORED] : ['MMM D, YYYY', STORED]}
      value={value === undefined ? null : dayjs(value, STORED)}
      allowClear={allowClear}
      onChange={(day) => onChange?.(day?.format(STORED))}
      {...(id !== undefined && { id })}
      {...(until !== undefined && { maxDate: dayjs(until, STORED) })}
    />
  )
}
