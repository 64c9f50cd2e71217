import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { AriaAttributes } from 'react'
import { allTeamsQuery } from './teams-options-query'

interface TeamSelectProps extends AriaAttributes {
  readonly value?: string | null
  readonly onChange?: (id: string | undefined) => void
  readonly id?: string
  readonly placeholder: string
  /** Left out of the choice: a team cannot be led by itself. */
  readonly except?: string | undefined
}

/** One of the teams that still serve. */
export function TeamSelect({ value, onChange, except, ...field }: TeamSelectProps) {
  const { data = [], isPending } = useQuery(allTeamsQuery)
  const options = data
    .filter((team) => team.id === value || (team.state === 'active' && team.id !== except))
    .map(({ id, name, parent_name }) => ({
      value: id,
      label: parent_name === null ? name : `${name}（${parent_name}）`,
    }))
  return (
    <Select
      {...field}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      loading={isPending}
      value={value ?? null}
      options={options}
      onChange={(picked: string | null | undefined) => onChange?.(picked ?? undefined)}
    />
  )
}
