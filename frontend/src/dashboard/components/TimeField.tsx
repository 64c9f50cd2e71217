import { TimePicker } from 'antd'
import dayjs from 'dayjs'
import type { AriaAttributes } from 'react'
import { keepEnter } from './keep-enter'

interface TimeFieldProps extends AriaAttributes {
  readonly label: string
  /** `HH:mm`. Value and change come from `Form.Item` when the field stands in one. */
  readonly value?: string | null | undefined
  readonly onChange?: (time: string | undefined) => void
  readonly allowClear?: boolean
  readonly id?: string
}

const STORED = 'HH:mm'

/** A time of the day that is text outside, so that no time zone can move it. */
export function TimeField({ label, value, onChange, allowClear = false, ...field }: TimeFieldProps) {
  return (
    <TimePicker
      {...field}
      allowClear={allowClear}
      aria-label={label}
      placeholder={STORED}
      format={STORED}
      minuteStep={5}
      needConfirm={false}
      onKeyDown={keepEnter}
      value={value === undefined || value === null ? null : dayjs(`2026-01-01T${value}`)}
      onChange={(time) => onChange?.(time?.format(STORED))}
    />
  )
}
