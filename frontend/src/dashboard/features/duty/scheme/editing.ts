import { createContext, useContext } from 'react'
import { useText } from '../../../i18n/use-text'
import type { Scheme } from '../duty-types'
import type { Faults } from './scheme-faults'
import { schemeFaultsText } from './scheme-text'

export interface Editing {
  readonly scheme: Scheme
  readonly change: (change: Partial<Scheme>) => void
  readonly faults: Faults
  /** Of the server, by pointer. */
  readonly refused: Readonly<Record<string, string>>
  /** The ballots are out: criteria and who answers which must stay. */
  readonly isSheetFrozen: boolean
}

export const EditingContext = createContext<Editing | null>(null)

export function useEditing(): Editing {
  const editing = useContext(EditingContext)
  if (editing === null) throw new TypeError('A field of a scheme stands outside its editor')
  return editing
}

/** What is wrong with a field, in words; undefined while nothing is. */
export function useFault(): (pointer: string) => string | undefined {
  const { faults, refused } = useEditing()
  const t = useText(schemeFaultsText)
  return (pointer) => {
    const fault = faults[pointer]
    return fault === undefined ? refused[pointer] : t(fault.code, fault.values)
  }
}
