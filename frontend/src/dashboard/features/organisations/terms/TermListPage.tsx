import { Link } from '@tanstack/react-router'
import { useFormat } from '../../../app/use-format'
import { FilterBar } from '../../../components/FilterBar'
import { type ListColumn, ListTable } from '../../../components/ListTable'
import { PageHeader } from '../../../components/PageHeader'
import { useText } from '../../../i18n/use-text'
import { OrganisationsNav } from '../OrganisationsNav'
import type { Term } from '../organisation-types'
import { TermStateTag } from './TermStateTag'
import { termsQuery } from './term-queries'
import { DUE, TERM_STATES, type TermsSearch } from './terms-search'
import { termStatesText, termsText } from './terms-text'
import '../organisations.css'

interface TermListPageProps {
  readonly search: TermsSearch
  readonly onSearch: (change: TermsSearch) => void
}

/** Whose election comes next, and who is late. */
export function TermListPage({ search, onSearch }: TermListPageProps) {
  const t = useText(termsText)
  const states = useText(termStatesText)
  const { organisation_id, state, due } = search
  return (
    <div className="page">
      <PageHeader title={t('title')} />
      <OrganisationsNav />
      <FilterBar
        fields={[
          {
            kind: 'select',
            name: 'due',
            label: t('due'),
            options: DUE.map((value) => ({ value, label: t(value) })),
          },
          {
            kind: 'select',
            name: 'state',
            label: t('state'),
            options: TERM_STATES.map((value) => ({
              value,
              label: states(value),
            })),
          },
          { kind: 'organisation', name: 'organisation_id', label: t('organisation') },
        ]}
        values={search}
        onChange={onSearch}
      />
      <ListTable
        name="terms"
        label={t('title')}
        query={termsQuery(search)}
        columns={useColumns()}
        {...(search.sort !== undefined && { sort: search.sort })}
        onSort={(sort) => onSearch({ sort })}
        isFiltered={[organisation_id, state, due].some(Boolean)}
        empty={{ title: t('list_empty'), hint: t('list_empty_hint') }}
      />
    </div>
  )
}

function useColumns(): readonly ListColumn<Term>[] {
  const t = useText(termsText)
  const format = useFormat()
  return [
    {
      key: 'organisation',
      title: t('organisation'),
      render: (_, { organisation_id, organisation_name }) => (
        <Link to="/organisations" search={{ selected: organisation_id, tab: 'term' }}>
          {organisation_name}
        </Link>
      ),
    },
    { key: 'number', title: t('number'), render: (_, { number }) => t('number_of', { number }) },
    {
      key: 'elected_on',
      title: t('elected_on'),
      sortBy: 'elected_on',
      render: (_, { elected_on }) => format.date(elected_on),
    },
    {
      key: 'ends_on',
      title: t('ends_on'),
      sortBy: 'ends_on',
      render: (_, { ends_on, ended_on }) => format.date(ended_on ?? ends_on),
    },
    { key: 'state', title: t('state'), render: (_, term) => <TermStateTag term={term} /> },
  ]
}
