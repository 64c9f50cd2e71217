import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { type AriaAttributes, useState } from 'react'
import { rolesText } from '@/shared/i18n/roles-text'
import { useCan, useMe } from '../../auth/session-query'
import { useDebounced } from '../../components/use-debounced'
import { useText } from '../../i18n/use-text'
import { assigneesQuery } from './task-queries'
import { tasksText } from './tasks-text'

interface ResponsibleSelectProps extends AriaAttributes {
  readonly organisationId: string | undefined
  /** Kept among the choices, whoever it is. */
  readonly present?: { readonly id: string; readonly name: string }
  readonly value?: string | null
  readonly onChange?: (id: string | null) => void
  readonly id?: string
}

/** Whoever works for the organisation or above it, oneself first; typing narrows the choice. */
export function ResponsibleSelect(props: ResponsibleSelectProps) {
  const { organisationId, present, value, onChange, ...field } = props
  const t = useText(tasksText)
  const role = useText(rolesText)
  const can = useCan()
  const me = useMe()
  const [typed, setTyped] = useState('')
  const { data, isFetching } = useQuery(assigneesQuery(organisationId, useDebounced(typed.trim(), 200)))
  const choices = new Map(present === undefined ? [] : [[present.id, present.name]])
  if (can('tasks.work')) choices.set(me.id, t('give_responsible_me', { name: me.display_name }))
  for (const person of data?.items ?? []) {
    if (person.user_id === me.id) continue
    const at = `${role.code(person.role)} · ${person.organisation_name}`
    choices.set(person.user_id, `${person.display_name}（${at}）`)
  }
  return (
    <Select
      {...field}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={isFetching}
      placeholder={t('responsible_nobody')}
      value={value ?? null}
      options={[...choices].map(([key, label]) => ({ value: key, label }))}
      onChange={(chosen: string | null | undefined) => onChange?.(chosen ?? null)}
    />
  )
}
