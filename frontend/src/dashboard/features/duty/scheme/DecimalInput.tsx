import { InputNumber } from 'antd'
import type { AriaAttributes } from 'react'

interface DecimalInputProps extends AriaAttributes {
  readonly value: string | null
  /** Empty text for nothing. */
  readonly onChange: (value: string) => void
  readonly status: '' | 'error'
  readonly suffix?: string
  readonly placeholder?: string
  readonly disabled?: boolean
}

/** A decimal that stays the text it was typed as. */
export function DecimalInput({ value, onChange, ...field }: DecimalInputProps) {
  return (
    <InputNumber<string>
      {...field}
      stringMode
      controls={false}
      className="scheme-number"
      value={value === '' ? null : value}
      onChange={(typed) => onChange(typed ?? '')}
    />
  )
}
