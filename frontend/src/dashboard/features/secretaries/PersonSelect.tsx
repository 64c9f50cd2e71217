import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type AriaAttributes, useState } from 'react'
import { SearchSelect } from '../../components/SearchSelect'
import { useDebounced } from '../../components/use-debounced'
import { useText } from '../../i18n/use-text'
import { nominationsText } from './nominations/nominations-text'
import { nomineesQuery } from './nominees-query'

interface PersonSelectProps extends AriaAttributes {
  /** Its members are offered before anything is typed. */
  readonly organisationId: string | undefined
  /** Kept among the choices, whoever it is. */
  readonly present?: { readonly id: string; readonly name: string }
  readonly value?: string | undefined
  readonly onChange?: (personId: string | undefined) => void
  readonly id?: string
}

/** A field of antd's `Form`: one person out of the members, found by name or pinyin. */
export function PersonSelect(props: PersonSelectProps) {
  const { organisationId, onChange, ...field } = props
  const t = useText(nominationsText)
  const [typed, setTyped] = useState('')
  const settled = useDebounced(typed.trim(), 200)
  const { data, isFetching } = useQuery({
    ...nomineesQuery(organisationId, settled),
    placeholderData: keepPreviousData,
  })
  const found = new Map<string, string>()
  for (const { person_id, name, organisation_name, standing } of data ?? []) {
    const mark = standing === 'full' ? '' : ` · ${t('probationary')}`
    found.set(person_id, `${name}（${organisation_name}${mark}）`)
  }
  return (
    <SearchSelect
      {...field}
      found={found}
      isFetching={isFetching}
      placeholder={t('person_placeholder')}
      none={t('person_none')}
      onSearch={setTyped}
      onChange={(picked) => onChange?.(picked)}
    />
  )
}
