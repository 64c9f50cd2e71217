import { Link } from '@tanstack/react-router'
import { useFormat } from '../../../app/use-format'
import { useCan } from '../../../auth/session-query'
import { FilterBar } from '../../../components/FilterBar'
import { type ListColumn, ListTable } from '../../../components/ListTable'
import { useText } from '../../../i18n/use-text'
import type { Batch } from '../secretary-types'
import { BatchCounts } from './BatchCounts'
import { NewBatchButton } from './NewBatchButton'
import { batchesQuery } from './nomination-queries'
import type { NominationsSearch } from './nominations-search'
import { nominationsText } from './nominations-text'

interface BatchTableProps {
  readonly search: NominationsSearch
  readonly onSearch: (change: NominationsSearch) => void
}

export function BatchTable({ search, onSearch }: BatchTableProps) {
  const t = useText(nominationsText)
  const columns = useBatchColumns()
  const can = useCan()
  const { q, organisation_id } = search
  return (
    <>
      <FilterBar
        fields={[
          { kind: 'text', name: 'q', label: t('batch_title') },
          { kind: 'organisation', name: 'organisation_id', label: t('organisation') },
        ]}
        values={search}
        onChange={onSearch}
      />
      <ListTable
        name="nomination-batches"
        label={t('view_batches')}
        query={batchesQuery({ q, organisation_id })}
        columns={columns}
        isFiltered={[q, organisation_id].some(Boolean)}
        empty={{
          title: t('empty_batches'),
          hint: t('empty_batches_hint'),
          ...(can('nominations.prepare') && { action: <NewBatchButton /> }),
        }}
      />
    </>
  )
}

function useBatchColumns(): readonly ListColumn<Batch>[] {
  const t = useText(nominationsText)
  const format = useFormat()
  return [
    {
      key: 'title',
      title: t('batch'),
      render: (_, { id, title }) => (
        <Link to="/secretaries/nominations" search={{ batch_id: id }}>
          {title}
        </Link>
      ),
    },
    { key: 'organisation', title: t('organisation'), dataIndex: 'organisation_name' },
    {
      key: 'election_on',
      title: t('election_on'),
      render: (_, { election_on }) => format.date(election_on),
    },
    { key: 'nominations', title: t('batch_count'), numeric: true, dataIndex: 'nominations' },
    {
      key: 'progress',
      title: t('batch_progress'),
      render: (_, { counts }) => <BatchCounts counts={counts} />,
    },
  ]
}
