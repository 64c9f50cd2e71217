import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { type AriaAttributes, useState } from 'react'
import { useMe } from '../../../auth/session-query'
import { componentsText } from '../../../components/components-text'
import { useDebounced } from '../../../components/use-debounced'
import { useText } from '../../../i18n/use-text'
import { userOptionsQuery } from '../users/user-queries'
import { rolesPageText } from './roles-page-text'

interface UserSelectProps extends AriaAttributes {
  readonly value?: string
  readonly onChange?: (id: string | undefined) => void
  readonly id?: string
}

/** One account, found by user name or name. The own one is shown, and why it cannot be chosen. */
export function UserSelect({ value, onChange, ...field }: UserSelectProps) {
  const t = useText(rolesPageText)
  const words = useText(componentsText)
  const me = useMe()
  const [text, setText] = useState('')
  const settled = useDebounced(text.trim(), 200)
  const { data, isPending } = useQuery(userOptionsQuery(settled))
  const options = (data?.items ?? []).map((user) => ({
    value: user.id,
    label: [
      user.display_name,
      user.username,
      user.id === me.id ? t('user_self') : user.organisation_name,
    ].join(' · '),
    disabled: user.id === me.id,
  }))
  return (
    <Select
      {...field}
      {...(value !== undefined && { value })}
      showSearch={{ filterOption: false, onSearch: setText }}
      placeholder={t('user_pick')}
      options={options}
      notFoundContent={isPending ? words('loading') : t('user_none')}
      onChange={(chosen: string | undefined) => onChange?.(chosen)}
    />
  )
}
