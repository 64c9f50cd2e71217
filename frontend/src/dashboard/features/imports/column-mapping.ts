import type { ColumnIn, ColumnOut, FieldOut, ImportOut } from '@/shared/api/schema.gen'

/** Field by index of the column; null where the column is not imported. */
export type Mapping = Readonly<Record<number, string | null>>

export function mappingOf(columns: readonly ColumnOut[]): Mapping {
  return Object.fromEntries(columns.map(({ index, field }) => [index, field]))
}

/** A field stands in one column: choosing it takes it away from the column that had it. */
export function withField(mapping: Mapping, index: number, field: string | null): Mapping {
  const others = Object.entries(mapping).map(([other, held]) => [
    other,
    field !== null && held === field ? null : held,
  ])
  return { ...Object.fromEntries(others), [index]: field }
}

export function missingFields(fields: readonly FieldOut[], mapping: Mapping): readonly FieldOut[] {
  const mapped = new Set(Object.values(mapping))
  return fields.filter(({ field, required }) => required && !mapped.has(field))
}

/** The columns that `mapping` changes. */
export function changedColumns(columns: readonly ColumnOut[], mapping: Mapping): ColumnIn[] {
  return columns
    .filter(({ index, field }) => (mapping[index] ?? null) !== field)
    .map(({ index }) => ({ index, field: mapping[index] ?? null }))
}

/** What an earlier import knew about the heads, for a workbook that was recognised anew. */
export function carriedMapping(
  earlier: Pick<ImportOut, 'columns'>,
  { columns }: Pick<ImportOut, 'columns'>,
): Mapping {
  const known = new Map(earlier.columns.map(({ head, field }) => [head, field]))
  let mapping = mappingOf(columns)
  for (const { index, head, field } of columns) {
    const before = known.get(head)
    if (before !== undefined && before !== field) mapping = withField(mapping, index, before)
  }
  return mapping
}

/** The letter of a column as the spreadsheet shows it: 0 is A, 26 is AA. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26)
  const letter = String.fromCharCode(65 + (index % 26))
  return rest === 0 ? letter : columnLetter(rest - 1) + letter
}
