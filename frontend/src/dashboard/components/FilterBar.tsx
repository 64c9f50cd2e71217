import { Button } from 'antd'
import { useText } from '../i18n/use-text'
import { componentsText } from './components-text'
import { FilterControl } from './FilterControl'
import type { FilterField, FilterValues } from './filter-fields'

interface FilterBarProps<Name extends string> {
  readonly fields: readonly FilterField<Name>[]
  /** What the address bar says now: the route's `useSearch()`. */
  readonly values: FilterValues<Name>
  /** Only what has changed; `undefined` takes a filter away. Give it to `navigate({ search })`. */
  readonly onChange: (change: FilterValues<Name>) => void
}

/** Filters of a list. Their state is the address, so that a list can be sent to a colleague as a link. */
export function FilterBar<Name extends string>({ fields, values, onChange }: FilterBarProps<Name>) {
  const t = useText(componentsText)
  const isSet = fields.some(({ name }) => values[name] !== undefined)
  const clear = () => {
    const cleared: FilterValues<Name> = {}
    for (const { name } of fields) cleared[name] = undefined
    onChange(cleared)
  }
  const change = (name: Name, value: string | undefined) => {
    const changed: FilterValues<Name> = {}
    changed[name] = value
    onChange(changed)
  }
  return (
    <search className="filter-bar">
      {fields.map((field) => (
        <FilterControl
          key={field.name}
          field={field}
          value={values[field.name]}
          onChange={(value) => change(field.name, value)}
        />
      ))}
      {isSet && (
        <Button type="link" onClick={clear}>
          {t('clear_filters')}
        </Button>
      )}
    </search>
  )
}
