import { Select } from 'antd'
import { useText } from '../i18n/use-text'
import { componentsText } from './components-text'
import type { Sort } from './list-sort'

interface SortSelectProps {
  readonly columns: readonly { readonly title: string; readonly sortBy?: string }[]
  readonly sort: Sort
  readonly onSort: (sort: Sort) => void
}

/** Chooses the order where no heads of columns are shown. */
export function SortSelect({ columns, sort, onSort }: SortSelectProps) {
  const t = useText(componentsText)
  const options = columns.flatMap(({ title, sortBy }) =>
    sortBy === undefined
      ? []
      : [
          { value: sortBy, label: t('sort_up', { title }) },
          { value: `-${sortBy}`, label: t('sort_down', { title }) },
        ],
  )
  if (options.length === 0) return null
  return (
    <Select
      className="list-sort"
      aria-label={t('sort')}
      placeholder={t('sort')}
      allowClear
      value={sort ?? null}
      options={options}
      onChange={(chosen: string | null | undefined) => onSort(chosen ?? undefined)}
    />
  )
}
