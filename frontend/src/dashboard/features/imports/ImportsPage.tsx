import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { Can } from '../../auth/Can'
import { FilterBar } from '../../components/FilterBar'
import { ListTable } from '../../components/ListTable'
import { PageHeader } from '../../components/PageHeader'
import { useText } from '../../i18n/use-text'
import { wordsText } from '../../i18n/words-text'
import { IMPORT_KINDS } from './import-kinds'
import { importsQuery } from './imports-query'
import type { ImportsSearch } from './imports-search'
import { importsText } from './imports-text'
import { useImportColumns } from './use-import-columns'
import './imports.css'

interface ImportsPageProps {
  readonly search: ImportsSearch
  readonly onSearch: (change: ImportsSearch) => void
}

export function ImportsPage({ search, onSearch }: ImportsPageProps) {
  const t = useText(importsText)
  const words = useText(wordsText)
  const columns = useImportColumns()
  const { sort, ...filters } = search
  const options = (...codes: (keyof typeof importsText)[]) =>
    codes.map((code) => ({ value: code, label: t(code) }))
  return (
    <div className="page">
      <PageHeader title={t('title')} actions={<NewImportButton />} />
      <FilterBar
        fields={[
          { kind: 'text', name: 'q', label: t('search') },
          {
            kind: 'select',
            name: 'kind',
            label: t('kind'),
            options: options(...IMPORT_KINDS),
          },
          {
            kind: 'select',
            name: 'state',
            label: t('state'),
            options: options('uploaded', 'checked', 'committed', 'cancelled'),
          },
          { kind: 'organisation', name: 'organisation_id', label: words('organisation') },
        ]}
        values={search}
        onChange={onSearch}
      />
      <ListTable
        name="imports"
        label={t('list')}
        query={importsQuery(search)}
        columns={columns}
        {...(sort !== undefined && { sort })}
        onSort={(chosen) => onSearch({ sort: chosen })}
        isFiltered={Object.values(filters).some(Boolean)}
        empty={{ title: t('empty'), hint: t('empty_hint'), action: <NewImportButton /> }}
      />
    </div>
  )
}

function NewImportButton() {
  const t = useText(importsText)
  const navigate = useNavigate()
  return (
    <Can permission="imports.prepare">
      <Button type="primary" onClick={() => void navigate({ to: '/imports/new' })}>
        {t('new')}
      </Button>
    </Can>
  )
}
