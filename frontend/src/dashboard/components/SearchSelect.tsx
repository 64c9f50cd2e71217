import { Select } from 'antd'
import type { AriaAttributes } from 'react'
import { useText } from '../i18n/use-text'
import { componentsText } from './components-text'

interface SearchSelectProps extends AriaAttributes {
  /** What was found for what was typed, by id, and what is chosen. */
  readonly choices: ReadonlyMap<string, string>
  readonly isFetching: boolean
  readonly placeholder: string
  /** When nothing was found. */
  readonly none: string
  readonly onSearch: (typed: string) => void
  readonly value?: string | null | undefined
  readonly onChange: (id: string | undefined) => void
  readonly id?: string
}

/** One of many records, which the server finds by what is typed. */
export function SearchSelect(props: SearchSelectProps) {
  const { choices, isFetching, none, onSearch, value, onChange, ...field } = props
  const t = useText(componentsText)
  return (
    <Select
      {...field}
      allowClear
      showSearch={{ filterOption: false, onSearch }}
      loading={isFetching}
      notFoundContent={isFetching ? t('searching') : none}
      value={value ?? null}
      options={[...choices].map(([key, label]) => ({ value: key, label }))}
      onChange={(picked: string | null | undefined) => onChange(picked ?? undefined)}
    />
  )
}
