import { keepPreviousData, type UseQueryOptions, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import type { FoundPerson } from './filter-fields'
import { useDebounced } from './use-debounced'

interface PersonFilterProps {
  readonly label: string
  readonly search: (typed: string) => UseQueryOptions<readonly FoundPerson[]>
  readonly value: string | undefined
  readonly onChange: (id: string | undefined) => void
}

/** One person out of many, found by typing a part of the name. */
export function PersonFilter({ label, search, value, onChange }: PersonFilterProps) {
  const [typed, setTyped] = useState('')
  const settled = useDebounced(typed.trim(), 200)
  const { data = [], isFetching } = useQuery({ ...search(settled), placeholderData: keepPreviousData })
  const [chosen, setChosen] = useState<FoundPerson>()
  const people = new Map(data.map(({ id, name }) => [id, name]))
  if (value !== undefined && !people.has(value)) {
    people.set(value, chosen?.id === value ? chosen.name : '…')
  }
  return (
    <Select
      aria-label={label}
      placeholder={label}
      className="filter-select"
      allowClear
      popupMatchSelectWidth={false}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={isFetching}
      value={value ?? null}
      options={[...people].map(([id, name]) => ({ value: id, label: name }))}
      onChange={(id: string | null | undefined) => {
        setChosen(data.find((person) => person.id === id))
        onChange(id ?? undefined)
      }}
    />
  )
}
