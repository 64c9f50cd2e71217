import { Link } from '@tanstack/react-router'
import type { ImportOut } from '@/shared/api/schema.gen'
import { NOTHING } from '@/shared/format/format'
import { useFormat } from '../../app/use-format'
import type { ListColumn } from '../../components/ListTable'
import { useText } from '../../i18n/use-text'
import { wordsText } from '../../i18n/words-text'
import { ImportStateTag } from './ImportStateTag'
import { importsText } from './imports-text'

export function useImportColumns(): readonly ListColumn<ImportOut>[] {
  const t = useText(importsText)
  const words = useText(wordsText)
  const format = useFormat()
  // Counts are those of a check: before the first there are none.
  const counted = ({ state }: ImportOut, count: number) =>
    state === 'checked' || state === 'committed' ? format.number(count) : NOTHING
  return [
    {
      key: 'file_name',
      title: t('file_name'),
      sortBy: 'file_name',
      render: (_, { id, file_name }) => (
        <Link to="/imports/$importId" params={{ importId: id }}>
          {file_name}
        </Link>
      ),
    },
    { key: 'kind', title: t('kind'), render: (_, { kind }) => t(kind) },
    { key: 'organisation_name', title: words('organisation'), dataIndex: 'organisation_name' },
    { key: 'state', title: t('state'), render: (_, imported) => <ImportStateTag imported={imported} /> },
    { key: 'as_of', title: t('as_of'), render: (_, { as_of }) => format.date(as_of) },
    {
      key: 'rows_total',
      title: t('rows_total'),
      numeric: true,
      render: (_, { rows_total }) => format.number(rows_total),
    },
    {
      key: 'rows_new',
      title: t('rows_new'),
      numeric: true,
      render: (_, row) => counted(row, row.rows_new),
    },
    {
      key: 'rows_changed',
      title: t('rows_changed'),
      numeric: true,
      render: (_, row) => counted(row, row.rows_changed),
    },
    {
      key: 'faults_total',
      title: t('faults_total'),
      numeric: true,
      render: (_, row) => counted(row, row.faults_total),
    },
    {
      key: 'created_at',
      title: t('created_at'),
      sortBy: 'created_at',
      render: (_, { created_at }) => format.dateTime(created_at),
    },
  ]
}
