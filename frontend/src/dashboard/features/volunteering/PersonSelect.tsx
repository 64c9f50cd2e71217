import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type AriaAttributes, useState } from 'react'
import { SearchSelect } from '../../components/SearchSelect'
import { useDebounced } from '../../components/use-debounced'
import { useText } from '../../i18n/use-text'
import { peopleQuery } from './people-query'
import { volunteeringText } from './volunteering-text'

interface PersonSelectProps extends AriaAttributes {
  /** The person: value and change come from `Form.Item`. */
  readonly value?: string | null
  readonly onChange?: (personId: string | undefined) => void
  readonly id?: string
  /** Kept among the choices, whoever is found. */
  readonly present?: { readonly id: string; readonly name: string } | undefined
}

/** One member of the subtree, found by name or pinyin. */
export function PersonSelect({ onChange, ...field }: PersonSelectProps) {
  const t = useText(volunteeringText)
  const [typed, setTyped] = useState('')
  const { data = [], isFetching } = useQuery({
    ...peopleQuery(useDebounced(typed.trim(), 200)),
    placeholderData: keepPreviousData,
  })
  const found = new Map(
    data.map(({ id, name, organisation_name }) => [id, `${name}（${organisation_name}）`]),
  )
  return (
    <SearchSelect
      {...field}
      found={found}
      isFetching={isFetching}
      placeholder={t('person_search')}
      none={t('person_none')}
      onSearch={setTyped}
      onChange={(picked) => onChange?.(picked)}
    />
  )
}
