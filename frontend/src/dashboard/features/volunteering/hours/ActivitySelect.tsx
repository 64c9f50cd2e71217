import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { type AriaAttributes, useState } from 'react'
import { useFormat } from '../../../app/use-format'
import { useDebounced } from '../../../components/use-debounced'
import { earlierActivitiesQuery } from '../activities/activity-queries'

interface ActivitySelectProps extends AriaAttributes {
  readonly value?: string
  readonly onChange?: (id: string | undefined) => void
  readonly id?: string
}

/** An activity found by its title, the latest first. */
export function ActivitySelect({ value, onChange, ...field }: ActivitySelectProps) {
  const format = useFormat()
  const [typed, setTyped] = useState('')
  const { data, isFetching } = useQuery({
    ...earlierActivitiesQuery('latest', useDebounced(typed.trim(), 200)),
    placeholderData: keepPreviousData,
  })
  const options = (data?.items ?? []).map(({ id, title, starts_at }) => ({
    value: id,
    label: `${title}（${format.dayOf(starts_at)}）`,
  }))
  return (
    <Select
      {...field}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={isFetching}
      value={value ?? null}
      options={options}
      onChange={(picked: string | null | undefined) => onChange?.(picked ?? undefined)}
    />
  )
}
