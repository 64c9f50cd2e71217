import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { type AriaAttributes, useState } from 'react'
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
  const { organisationId, present, value, onChange, ...field } = props
  const t = useText(nominationsText)
  const [typed, setTyped] = useState('')
  const settled = useDebounced(typed.trim(), 200)
  const { data, isFetching } = useQuery({
    ...nomineesQuery(organisationId, settled),
    placeholderData: keepPreviousData,
  })
  const [chosen, setChosen] = useState(present)
  const choices = new Map(chosen === undefined ? [] : [[chosen.id, chosen.name]])
  for (const { person_id, name, organisation_name, standing } of data?.items ?? []) {
    const mark = standing === 'full' ? '' : ` · ${t('probationary')}`
    choices.set(person_id, `${name}（${organisation_name}${mark}）`)
  }
  return (
    <Select
      {...field}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={isFetching}
      placeholder={t('person_placeholder')}
      notFoundContent={t(isFetching ? 'person_searching' : 'person_none')}
      value={value ?? null}
      options={[...choices].map(([key, label]) => ({ value: key, label }))}
      onChange={(picked: string | null | undefined) => {
        const name = choices.get(picked ?? '')
        if (picked && name !== undefined) setChosen({ id: picked, name })
        onChange?.(picked ?? undefined)
      }}
    />
  )
}
