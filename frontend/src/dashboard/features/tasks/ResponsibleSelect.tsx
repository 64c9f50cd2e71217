import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useCan, useMe } from '../../auth/session-query'
import { useText } from '../../i18n/use-text'
import { responsibleQuery } from './task-queries'
import { tasksText } from './tasks-text'

interface ResponsibleSelectProps {
  readonly organisationId: string | undefined
  /** Kept among the choices, whoever it is. */
  readonly present?: { readonly id: string; readonly name: string }
  readonly value?: string | null
  readonly onChange?: (id: string | null) => void
  readonly id?: string
}

/** Oneself, or whoever was responsible for tasks there before; typing narrows the choice. */
export function ResponsibleSelect(props: ResponsibleSelectProps) {
  const { organisationId, present, value, onChange, id } = props
  const t = useText(tasksText)
  const can = useCan()
  const me = useMe()
  const { data: before = [], isFetching } = useQuery(responsibleQuery(organisationId))
  const others = [...(present === undefined ? [] : [present]), ...before]
  const choices = new Map(others.map((person) => [person.id, person.name]))
  if (can('tasks.work')) choices.set(me.id, t('give_responsible_me', { name: me.display_name }))
  return (
    <Select
      {...(id !== undefined && { id })}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      loading={isFetching}
      placeholder={t('responsible_nobody')}
      value={value ?? null}
      options={[...choices].map(([key, label]) => ({ value: key, label }))}
      onChange={(chosen: string | null | undefined) => onChange?.(chosen ?? null)}
    />
  )
}
