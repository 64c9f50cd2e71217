import { useState } from 'react'
import { safeLocalStorage } from '@/shared/i18n/locale'

interface ChoosableColumn {
  readonly key: string
  readonly optional?: boolean
}

export interface ColumnChoiceState {
  readonly shown: ReadonlySet<string>
  choose(keys: readonly string[]): void
}

/** Which columns of the list `name` are shown; kept in this browser. At least one always is. */
export function useColumnChoice(name: string, columns: readonly ChoosableColumn[]): ColumnChoiceState {
  const place = `gongwei.columns.${name}`
  const [chosen, setChosen] = useState<readonly string[] | null>(() => readChoice(place))
  const known = chosen?.filter((key) => columns.some((column) => column.key === key)) ?? []
  const preset = columns.filter(({ optional }) => optional !== true).map(({ key }) => key)
  return {
    shown: new Set(known.length > 0 ? known : preset),
    choose(keys) {
      setChosen(keys)
      safeLocalStorage()?.setItem(place, JSON.stringify(keys))
    },
  }
}

function readChoice(place: string): readonly string[] | null {
  try {
    const stored: unknown = JSON.parse(safeLocalStorage()?.getItem(place) ?? 'null')
    return Array.isArray(stored) ? stored.filter((key) => typeof key === 'string') : null
  } catch {
    return null
  }
}
