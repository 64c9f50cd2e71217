import { InputNumber } from 'antd'
import { useEffect, useEffectEvent, useState } from 'react'
import { useDebounced } from './use-debounced'

interface NumberFilterProps {
  readonly label: string
  readonly min: number
  readonly max: number
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
}

/** A whole number in the address; reported when typing has come to rest. */
export function NumberFilter({ label, min, max, value, onChange }: NumberFilterProps) {
  const [typed, setTyped] = useState(value)
  const [known, setKnown] = useState(value)
  const settled = useDebounced(typed, 300)
  if (known !== value) {
    setKnown(value)
    setTyped(value)
  }
  const report = useEffectEvent(() => {
    if (settled !== value && settled === typed) onChange(settled)
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: reports when typing has come to rest, and only then
  useEffect(() => report(), [settled])
  return (
    <InputNumber<number>
      className="filter-number"
      aria-label={label}
      placeholder={label}
      min={min}
      max={max}
      precision={0}
      value={numberOf(typed)}
      onChange={(number) => setTyped(number === null ? undefined : String(number))}
    />
  )
}

function numberOf(text: string | undefined): number | null {
  return text === undefined || Number.isNaN(Number(text)) ? null : Number(text)
}
