import { useQuery } from '@tanstack/react-query'
import { Select, type SelectProps } from 'antd'
import { useState } from 'react'
import { useDebounced } from '../../../components/use-debounced'
import { useText } from '../../../i18n/use-text'
import { organisationsText } from '../organisations-text'
import { unitOptionsQuery, unitQuery } from './unit-queries'

interface UnitPickerProps extends Omit<SelectProps<string | null>, 'value' | 'onChange' | 'options'> {
  readonly value?: string | null
  readonly onChange?: (id: string | null) => void
}

/** A field of antd's `Form`: one unit, found as one types. */
export function UnitPicker({ value = null, onChange, ...select }: UnitPickerProps) {
  const t = useText(organisationsText)
  const [text, setText] = useState('')
  const settled = useDebounced(text.trim(), 200)
  const { data: found, isFetching } = useQuery(unitOptionsQuery(settled))
  const units = found?.items ?? []
  const isUnknown = value !== null && !units.some((unit) => unit.id === value)
  const { data: chosen } = useQuery({ ...unitQuery(value ?? ''), enabled: isUnknown })
  const options = isUnknown && chosen !== undefined && settled === '' ? [chosen, ...units] : units
  return (
    <Select<string | null>
      {...select}
      value={value}
      onChange={(unit) => onChange?.(unit ?? null)}
      options={options.map((unit) => ({ value: unit.id, label: unit.name }))}
      showSearch={{ filterOption: false, searchValue: text, onSearch: setText }}
      loading={isFetching}
      notFoundContent={isFetching ? null : t('no_unit_found')}
      placeholder={t('no_unit')}
      allowClear
    />
  )
}
