import { Select } from 'antd'
import { type AriaAttributes, useState } from 'react'
import { useText } from '../i18n/use-text'
import { componentsText } from './components-text'

interface Named {
  readonly id: string
  readonly name: string
}

interface SearchSelectProps extends AriaAttributes {
  /** What was found for what was typed, by id. */
  readonly found: ReadonlyMap<string, string>
  /** Kept among the choices, whatever is found. */
  readonly present?: Named | undefined
  readonly isFetching: boolean
  readonly placeholder: string
  /** When nothing was found. */
  readonly none: string
  readonly onSearch: (typed: string) => void
  readonly value?: string | null | undefined
  readonly onChange: (id: string | undefined) => void
  readonly id?: string
}

/** One of many records, which the server finds by what is typed; the chosen one keeps its name. */
export function SearchSelect(props: SearchSelectProps) {
  const { found, present, isFetching, none, onSearch, value, onChange, ...field } = props
  const t = useText(componentsText)
  const [chosen, setChosen] = useState<Named>()
  const kept = [present, chosen].filter((one) => one !== undefined)
  const choices = new Map([...kept.map(({ id, name }) => [id, name] as const), ...found])
  if (value && !choices.has(value)) choices.set(value, '…')
  return (
    <Select
      {...field}
      allowClear
      showSearch={{ filterOption: false, onSearch }}
      loading={isFetching}
      notFoundContent={isFetching ? t('searching') : none}
      value={value ?? null}
      options={[...choices].map(([key, label]) => ({ value: key, label }))}
      onChange={(picked: string | null | undefined) => {
        const name = choices.get(picked ?? '')
        if (picked && name !== undefined) setChosen({ id: picked, name })
        onChange(picked ?? undefined)
      }}
    />
  )
}
