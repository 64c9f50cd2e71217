import { Button } from 'antd'
import type { ReactNode } from 'react'
import { FilterBar } from '../../../components/FilterBar'
import { type EmptyFace, type ListColumn, ListTable } from '../../../components/ListTable'
import type { ListQuery } from '../../../components/list-query'
import type { Choice } from '../../../components/use-choice'
import { useText } from '../../../i18n/use-text'
import type { Enrolment } from './enrolment-queries'
import type { EnrolmentSearch } from './enrolment-search'
import { enrolmentText } from './enrolment-text'
import { NameCell } from './NameCell'

interface EnrolmentTableProps {
  readonly name: string
  readonly search: EnrolmentSearch
  readonly onSearch: (change: EnrolmentSearch) => void
  readonly query: ListQuery<Enrolment>
  readonly choice: Choice<Enrolment>
  /** Those that stand behind name and organisation. */
  readonly columns: readonly ListColumn<Enrolment>[]
  readonly empty: EmptyFace
  /** What is done to those who are ticked, or to all. */
  readonly action: ReactNode
}

/** People on the rosters to tick, with the filters that both administrators need. */
export function EnrolmentTable(props: EnrolmentTableProps) {
  const { name, search, onSearch, query, choice, columns, empty, action } = props
  const t = useText(enrolmentText)
  const { q, organisation_id, secretaries } = search
  return (
    <>
      <FilterBar
        fields={[
          { kind: 'text', name: 'q', label: t('search') },
          { kind: 'organisation', name: 'organisation_id', label: t('organisation_below') },
          {
            kind: 'select',
            name: 'secretaries',
            label: t('who'),
            options: [{ value: 'only', label: t('secretaries') }],
          },
        ]}
        values={search}
        onChange={onSearch}
      />
      <ListTable
        name={name}
        label={t('list')}
        query={query}
        columns={[
          { key: 'name', title: t('name'), render: (_, person) => <NameCell person={person} /> },
          { key: 'organisation', title: t('organisation'), dataIndex: 'organisation_name' },
          ...columns,
        ]}
        rowSelection={choice.selection}
        tools={
          <>
            {choice.chosen.length > 0 && (
              <Button onClick={() => choice.choose([])}>{t('choose_none')}</Button>
            )}
            {action}
          </>
        }
        isFiltered={[q, organisation_id, secretaries].some(Boolean)}
        empty={empty}
      />
    </>
  )
}
