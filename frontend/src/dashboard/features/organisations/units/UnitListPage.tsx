import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useCan } from '../../../auth/session-query'
import { FilterBar } from '../../../components/FilterBar'
import { type ListColumn, ListTable } from '../../../components/ListTable'
import { PageHeader } from '../../../components/PageHeader'
import { StatusTag } from '../../../components/StatusTag'
import { useText } from '../../../i18n/use-text'
import { OrganisationsNav } from '../OrganisationsNav'
import type { Unit } from '../organisation-types'
import { UnitForm } from './UnitForm'
import { unitsQuery } from './unit-queries'
import { UNIT_STATES, type UnitsSearch } from './units-search'
import { unitStatesText, unitsText } from './units-text'
import '../organisations.css'

interface UnitListPageProps {
  readonly search: UnitsSearch
  readonly onSearch: (change: UnitsSearch) => void
}

/** No form is open, that of a unit is, or that of a new one. */
type Opened = Unit | 'new' | null

export function UnitListPage({ search, onSearch }: UnitListPageProps) {
  const t = useText(unitsText)
  const states = useText(unitStatesText)
  const can = useCan()
  const [opened, setOpened] = useState<Opened>(null)
  const columns = useColumns(can('units.write') ? setOpened : undefined)
  const create = can('units.write') && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setOpened('new')}>
      {t('new')}
    </Button>
  )
  return (
    <div className="page">
      <PageHeader title={t('title')} actions={create} />
      <OrganisationsNav />
      <FilterBar
        fields={[
          { kind: 'text', name: 'q', label: t('search') },
          {
            kind: 'select',
            name: 'state',
            label: t('state'),
            options: UNIT_STATES.map((value) => ({ value, label: states(value) })),
          },
        ]}
        values={search}
        onChange={onSearch}
      />
      <ListTable
        name="units"
        label={t('title')}
        query={unitsQuery(search)}
        columns={columns}
        {...(search.sort !== undefined && { sort: search.sort })}
        onSort={(sort) => onSearch({ sort })}
        isFiltered={[search.q, search.state].some(Boolean)}
        empty={{ title: t('empty'), hint: t('empty_hint'), action: create }}
      />
      {opened !== null && (
        <UnitForm
          key={opened === 'new' ? 'new' : opened.id}
          unit={opened === 'new' ? undefined : opened}
          onClose={() => setOpened(null)}
        />
      )}
    </div>
  )
}

function useColumns(onOpen: ((unit: Unit) => void) | undefined): readonly ListColumn<Unit>[] {
  const t = useText(unitsText)
  const states = useText(unitStatesText)
  return [
    {
      key: 'name',
      title: t('name'),
      sortBy: 'name',
      render: (_, unit) =>
        onOpen === undefined ? (
          unit.name
        ) : (
          <Button
            type="link"
            size="small"
            className="org-cell-link"
            aria-label={t('open', { name: unit.name })}
            onClick={() => onOpen(unit)}
          >
            {unit.name}
          </Button>
        ),
    },
    { key: 'short_name', title: t('short_name'), dataIndex: 'short_name', optional: true },
    {
      key: 'credit_code',
      title: t('credit_code'),
      render: (_, { credit_code }) => <span className="org-code">{credit_code ?? '—'}</span>,
    },
    {
      key: 'state',
      title: t('state'),
      render: (_, { state }) => (
        <StatusTag tone={state === 'active' ? 'done' : 'neutral'}>{states.code(state)}</StatusTag>
      ),
    },
  ]
}
