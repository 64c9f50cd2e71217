import { SearchOutlined } from '@ant-design/icons'
import { Input, Select } from 'antd'
import { useEffect, useEffectEvent, useState } from 'react'
import { DateField } from './DateField'
import type { FilterField } from './filter-fields'
import { NumberFilter } from './NumberFilter'
import { OrganisationPicker } from './OrganisationPicker'
import { PersonFilter } from './PersonFilter'
import { useDebounced } from './use-debounced'

interface FilterControlProps {
  readonly field: FilterField<string>
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
}

export function FilterControl({ field, value, onChange }: FilterControlProps) {
  if (field.kind === 'text') return <TextFilter {...field} value={value} onChange={onChange} />
  if (field.kind === 'date') {
    const { label } = field
    return <DateField label={label} placeholder={label} value={value} onChange={onChange} />
  }
  if (field.kind === 'number') {
    const { label, min, max } = field
    return <NumberFilter label={label} min={min} max={max} value={value} onChange={onChange} />
  }
  if (field.kind === 'person') {
    return <PersonFilter label={field.label} search={field.search} value={value} onChange={onChange} />
  }
  if (field.kind === 'organisation') {
    return (
      <OrganisationPicker
        aria-label={field.label}
        placeholder={field.label}
        className="filter-organisation"
        value={value}
        onChange={onChange}
      />
    )
  }
  return (
    <Select
      aria-label={field.label}
      placeholder={field.label}
      className="filter-select"
      allowClear
      popupMatchSelectWidth={false}
      value={value ?? null}
      options={[...field.options]}
      onChange={(chosen: string | null | undefined) => onChange(chosen ?? undefined)}
    />
  )
}

const never = () => false

interface TextFilterProps {
  readonly label: string
  readonly isPrivate?: (typed: string) => boolean
  readonly onPrivate?: (typed: string | undefined) => void
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
}

function TextFilter({ label, value = '', onChange, isPrivate = never, onPrivate }: TextFilterProps) {
  const [text, setText] = useState(value)
  const [known, setKnown] = useState(value)
  const settled = useDebounced(text.trim(), 300)
  if (known !== value) {
    // Changed from outside: the back button, or the filters were cleared.
    setKnown(value)
    if (value !== text.trim() && !isPrivate(text)) setText(value)
  }
  const tell = (typed: string) => {
    const told = isPrivate(typed) ? '' : typed
    onPrivate?.(told === typed ? undefined : typed)
    if (told !== value) onChange(told || undefined)
  }
  const report = useEffectEvent(() => {
    if (settled === text.trim()) tell(settled)
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: reports when typing has come to rest, and only then
  useEffect(() => report(), [settled])
  return (
    <Input
      className="filter-text"
      prefix={<SearchOutlined aria-hidden />}
      aria-label={label}
      placeholder={label}
      allowClear
      value={text}
      onChange={(event) => setText(event.target.value)}
    />
  )
}
