import { ListTable } from '../../components/ListTable'
import { useText } from '../../i18n/use-text'
import { columnLetter } from './column-mapping'
import { faultsQuery } from './imports-query'
import { resultText } from './imports-text'

export function FaultsTable({ importId }: { readonly importId: string }) {
  const t = useText(resultText)
  return (
    <ListTable
      name="import-faults"
      label={t('faults')}
      query={faultsQuery(importId)}
      columns={[
        { key: 'row', title: t('row'), dataIndex: 'row', numeric: true },
        {
          key: 'column',
          title: t('column'),
          render: (_, { column, column_index }) => (
            <>
              <span className="imports-letter">{columnLetter(column_index)}</span> {column}
            </>
          ),
        },
        {
          key: 'value',
          title: t('value'),
          render: (_, { value }) => (value === '' ? <span className="soft">{t('empty_cell')}</span> : value),
        },
        { key: 'message', title: t('message'), dataIndex: 'message', className: 'imports-message' },
      ]}
      empty={{ title: t('rows_empty') }}
    />
  )
}
