import { useQuery } from '@tanstack/react-query'
import { Select, type SelectProps } from 'antd'
import { useState } from 'react'
import { useDebounced } from '../../../components/use-debounced'
import { useText } from '../../../i18n/use-text'
import { changesText } from './changes-text'
import { memberOptionsQuery } from './member-options-query'

interface MembersSelectProps extends Omit<SelectProps<string[]>, 'options' | 'mode'> {
  readonly organisationId: string | undefined
}

interface Option {
  readonly value: string
  readonly label: string
}

/** A field of antd's `Form`: some members of a branch, found by name; who was chosen stays named. */
export function MembersSelect({ organisationId, value, ...select }: MembersSelectProps) {
  const t = useText(changesText)
  const [text, setText] = useState('')
  const [known, setKnown] = useState<ReadonlyMap<string, Option>>(new Map())
  const settled = useDebounced(text.trim(), 200)
  const { data, isFetching } = useQuery(memberOptionsQuery(organisationId, settled))
  const found: readonly Option[] = (data ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const chosen = (value ?? []).flatMap((id) => known.get(id) ?? [])
  const options = [...new Map([...chosen, ...found].map((option) => [option.value, option])).values()]
  return (
    <Select<string[]>
      {...select}
      mode="multiple"
      {...(value !== undefined && { value })}
      showSearch={{ filterOption: false, searchValue: text, onSearch: setText }}
      onSelect={(id: string) =>
        setKnown(
          (before) =>
            new Map([...before, ...options.filter((o) => o.value === id).map((o) => [id, o] as const)]),
        )
      }
      loading={isFetching}
      placeholder={t('part_none')}
      options={options}
    />
  )
}
