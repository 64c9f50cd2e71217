import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type AriaAttributes, useState } from 'react'
import type { SecretaryOut } from '@/shared/api/schema.gen'
import { SearchSelect } from '../../components/SearchSelect'
import { useDebounced } from '../../components/use-debounced'
import { postsText } from '../../i18n/posts-text'
import { useText } from '../../i18n/use-text'
import { talkFormText } from './talk-form-text'
import { holderQuery, holdersQuery } from './talk-queries'

interface HolderSelectProps extends AriaAttributes {
  /** The appointment: value and change come from `Form.Item`. */
  readonly value?: string
  readonly onChange?: (appointmentId: string | undefined) => void
  readonly id?: string
}

/** A secretary or deputy in office, found by name. */
export function HolderSelect({ value, onChange, ...field }: HolderSelectProps) {
  const t = useText(talkFormText)
  const post = useText(postsText)
  const [typed, setTyped] = useState('')
  const { data, isFetching } = useQuery({
    ...holdersQuery(useDebounced(typed.trim(), 200)),
    placeholderData: keepPreviousData,
  })
  const { data: chosen } = useQuery(holderQuery(value))
  const label = (holder: SecretaryOut) =>
    `${holder.name}（${holder.organisation_name} · ${post.code(holder.post)}）`
  return (
    <SearchSelect
      {...field}
      found={new Map(data?.items.map((holder) => [holder.id, label(holder)]))}
      present={chosen && { id: chosen.id, name: label(chosen) }}
      isFetching={isFetching}
      placeholder={t('person_hint')}
      none={t('person_none')}
      onSearch={setTyped}
      value={value}
      onChange={(picked) => onChange?.(picked)}
    />
  )
}
