interface FieldOf<Name extends string, Kind extends string> {
  readonly kind: Kind
  readonly name: Name
  readonly label: string
}

interface SelectField<Name extends string> extends FieldOf<Name, 'select'> {
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

interface NumberField<Name extends string> extends FieldOf<Name, 'number'> {
  readonly min: number
  readonly max: number
}

export type FilterField<Name extends string> =
  | FieldOf<Name, 'text'>
  | FieldOf<Name, 'date'>
  | FieldOf<Name, 'organisation'>
  | SelectField<Name>
  | NumberField<Name>

export type FilterValues<Name extends string> = { [Field in Name]?: string | undefined }
