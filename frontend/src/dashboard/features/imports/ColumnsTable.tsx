import { Select } from 'antd'
import type { ColumnOut, FieldOut } from '@/shared/api/schema.gen'
import { useText } from '../../i18n/use-text'
import { columnLetter, type Mapping } from './column-mapping'
import { mappingText } from './imports-text'

interface ColumnsTableProps {
  readonly columns: readonly ColumnOut[]
  readonly fields: readonly FieldOut[]
  readonly mapping: Mapping
  readonly onChoose: (index: number, field: string | null) => void
}

export function ColumnsTable({ columns, fields, mapping, onChoose }: ColumnsTableProps) {
  const t = useText(mappingText)
  return (
    <table className="imports-columns">
      <thead>
        <tr>
          <th scope="col">{t('column')}</th>
          <th scope="col">{t('head')}</th>
          <th scope="col">{t('sample')}</th>
          <th scope="col">{t('field')}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map((column) => (
          <ColumnLine
            key={column.index}
            column={column}
            fields={fields}
            field={mapping[column.index] ?? null}
            onChoose={onChoose}
          />
        ))}
      </tbody>
    </table>
  )
}

interface ColumnLineProps {
  readonly column: ColumnOut
  readonly fields: readonly FieldOut[]
  readonly field: string | null
  readonly onChoose: ColumnsTableProps['onChoose']
}

const NOT_IMPORTED = ''

function ColumnLine({ column, fields, field, onChoose }: ColumnLineProps) {
  const t = useText(mappingText)
  const head = column.head || t('no_head')
  return (
    <tr className={field === null ? 'imports-column-off' : undefined}>
      <td className="soft">{columnLetter(column.index)}</td>
      <th scope="row">{head}</th>
      <td className="imports-sample">{column.sample.join(t('and'))}</td>
      <td>
        <Select
          aria-label={t('field_of', { head })}
          className="imports-field"
          popupMatchSelectWidth={false}
          value={field ?? NOT_IMPORTED}
          options={[
            { value: NOT_IMPORTED, label: t('not_imported') },
            ...fields.map(({ field: value, label, required }) => ({
              value,
              label: required ? t('required', { label }) : label,
            })),
          ]}
          onChange={(chosen) => onChoose(column.index, chosen === NOT_IMPORTED ? null : chosen)}
        />
      </td>
    </tr>
  )
}
