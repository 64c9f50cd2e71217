import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type AriaAttributes, useState } from 'react'
import type { EnrolmentOut } from '@/shared/api/schema.gen'
import { SearchSelect } from '../../../components/SearchSelect'
import { useDebounced } from '../../../components/use-debounced'
import { useText } from '../../../i18n/use-text'
import { withoutAccountQuery } from '../enrolment/enrolment-queries'
import { usersText } from './users-text'

interface RosterPersonSelectProps extends AriaAttributes {
  /** Kept among the choices, although the account is taken: whom it stands for now. */
  readonly present?: { readonly id: string; readonly name: string } | undefined
  /** The person's id: value and change come from `Form.Item`. */
  readonly value?: string | null
  readonly onChange?: (personId: string | undefined) => void
  readonly onPick?: (person: EnrolmentOut) => void
  readonly id?: string
}

/** Somebody on the rosters who has no account, found by name or pinyin. */
export function RosterPersonSelect(props: RosterPersonSelectProps) {
  const { onChange, onPick, ...field } = props
  const t = useText(usersText)
  const [typed, setTyped] = useState('')
  const { data, isFetching } = useQuery({
    ...withoutAccountQuery(useDebounced(typed.trim(), 200)),
    placeholderData: keepPreviousData,
  })
  const found = new Map<string, string>()
  for (const { person_id, name, organisation_name, is_secretary } of data?.items ?? []) {
    const mark = is_secretary ? ` · ${t('secretary')}` : ''
    found.set(person_id, `${name}（${organisation_name}${mark}）`)
  }
  return (
    <SearchSelect
      {...field}
      found={found}
      isFetching={isFetching}
      placeholder={t('person_pick')}
      none={t('person_none')}
      onSearch={setTyped}
      onChange={(picked) => {
        onChange?.(picked)
        const person = data?.items.find(({ person_id }) => person_id === picked)
        if (person !== undefined) onPick?.(person)
      }}
    />
  )
}
