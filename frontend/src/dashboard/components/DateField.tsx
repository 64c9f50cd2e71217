import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import type { AriaAttributes } from 'react'
import { useLocale } from '../app/locale'
import { keepEnter } from './keep-enter'

interface DateFieldProps extends AriaAttributes {
  readonly label: string
  /** `YYYY-MM-DD`. Value and change come from `Form.Item` when the field stands in one. */
  readonly value?: string | null | undefined
  readonly onChange?: (on: string | undefined) => void
  readonly allowClear?: boolean
  /** Latest date that may be chosen, `YYYY-MM-DD`. */
  readonly until?: string
  readonly id?: string
  /** Where no label stands beside the field. */
  readonly placeholder?: string
}

const STORED = 'YYYY-MM-DD'

/** A date that is text outside, so that no time zone can move it; typed as `2026-11-22` just as well. */
export function DateField({ label, value, onChange, until, ...field }: DateFieldProps) {
  const locale = useLocale()
  return (
    <DatePicker
      allowClear
      {...field}
      aria-label={label}
      onKeyDown={keepEnter}
      format={locale === 'zh-CN' ? ['YYYY年M月D日', STORED] : ['MMM D, YYYY', STORED]}
      value={value === undefined || value === null ? null : dayjs(value, STORED)}
      onChange={(day) => onChange?.(day?.format(STORED))}
      {...(until !== undefined && { maxDate: dayjs(until, STORED) })}
    />
  )
}
