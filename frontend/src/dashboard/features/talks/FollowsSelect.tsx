import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { AriaAttributes } from 'react'
import { useText } from '../../i18n/use-text'
import { talkFormText } from './talk-form-text'
import { earlierTalksQuery } from './talk-queries'

interface FollowsSelectProps extends AriaAttributes {
  readonly organisationId: string | undefined
  readonly value?: string
  readonly onChange?: (talkId: string | undefined) => void
  readonly id?: string
}

/** The talk that a letter or a second talk comes from, out of those of the organisation. */
export function FollowsSelect({ organisationId, value, onChange, ...field }: FollowsSelectProps) {
  const t = useText(talkFormText)
  const { data, isFetching } = useQuery(earlierTalksQuery(organisationId))
  const talks = new Map(data?.items.map(({ id: talkId, title }) => [talkId, title]))
  if (value !== undefined && !talks.has(value)) talks.set(value, '…')
  return (
    <Select
      {...field}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      loading={isFetching}
      placeholder={t('follows_hint')}
      value={value ?? null}
      options={[...talks].map(([key, title]) => ({ value: key, label: title }))}
      onChange={(picked: string | null | undefined) => onChange?.(picked ?? undefined)}
    />
  )
}
