import type { UseQueryOptions } from '@tanstack/react-query'

interface FieldOf<Name extends string, Kind extends string> {
  readonly kind: Kind
  readonly name: Name
  readonly label: string
}

interface TextField<Name extends string> extends FieldOf<Name, 'text'> {
  /** What must not stand in the address: it is kept in histories. */
  readonly isPrivate?: (typed: string) => boolean
  /** Told of what is private once typing has come to rest, and of its end. */
  readonly onPrivate?: (typed: string | undefined) => void
}

interface SelectField<Name extends string> extends FieldOf<Name, 'select'> {
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

/** Somebody found by typing: `search` gives the query of those whose names match. */
interface PersonField<Name extends string> extends FieldOf<Name, 'person'> {
  readonly search: (typed: string) => UseQueryOptions<readonly FoundPerson[]>
}

export interface FoundPerson {
  readonly id: string
  readonly name: string
}

interface NumberField<Name extends string> extends FieldOf<Name, 'number'> {
  readonly min: number
  readonly max: number
}

export type FilterField<Name extends string> =
  | TextField<Name>
  | FieldOf<Name, 'date'>
  | FieldOf<Name, 'organisation'>
  | SelectField<Name>
  | PersonField<Name>
  | NumberField<Name>

export type FilterValues<Name extends string> = { [Field in Name]?: string | undefined }
