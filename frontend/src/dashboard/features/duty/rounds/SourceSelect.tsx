import { Select } from 'antd'
import type { AriaAttributes } from 'react'
import type { DutyRoundOut } from '../duty-types'

interface SourceSelectProps extends AriaAttributes {
  readonly rounds: readonly DutyRoundOut[]
  readonly value?: string
  readonly onChange?: (id: string) => void
  readonly id?: string
}

/** One of the rounds that were opened. */
export function SourceSelect({ rounds, ...field }: SourceSelectProps) {
  return (
    <Select
      {...field}
      showSearch={{ optionFilterProp: 'label' }}
      options={rounds.map(({ id, title, organisation_name }) => ({
        value: id,
        label: `${title}（${organisation_name}）`,
      }))}
    />
  )
}
