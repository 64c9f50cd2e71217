import { Link } from '@tanstack/react-router'
import { useFormat } from '../../app/use-format'
import { useCan } from '../../auth/session-query'
import { FilterBar } from '../../components/FilterBar'
import { type ListColumn, ListTable } from '../../components/ListTable'
import { PageHeader } from '../../components/PageHeader'
import { organisationKindsText } from '../../i18n/organisation-kinds-text'
import { useText } from '../../i18n/use-text'
import { wordsText } from '../../i18n/words-text'
import { SecretaryTabs } from './SecretaryTabs'
import type { VacanciesSearch } from './secretaries-search'
import { secretariesText } from './secretaries-text'
import { vacanciesQuery } from './secretary-queries'
import type { Vacancy } from './secretary-types'

interface VacanciesPageProps {
  readonly search: VacanciesSearch
  readonly onSearch: (change: VacanciesSearch) => void
}

/** Which organisations have no secretary, and since when. */
export function VacanciesPage({ search, onSearch }: VacanciesPageProps) {
  const t = useText(secretariesText)
  const words = useText(wordsText)
  const columns = useVacancyColumns(search.as_of === undefined)
  return (
    <div className="page">
      <PageHeader title={t('vacancies')} />
      <SecretaryTabs />
      <FilterBar
        fields={[
          { kind: 'text', name: 'q', label: t('vacancy_search') },
          { kind: 'organisation', name: 'organisation_id', label: t('organisation') },
          { kind: 'date', name: 'as_of', label: words('as_of') },
        ]}
        values={search}
        onChange={onSearch}
      />
      <ListTable
        name="vacancies"
        label={t('vacancies')}
        query={vacanciesQuery(search)}
        columns={columns}
        isFiltered={[search.q, search.organisation_id].some(Boolean)}
        empty={{ title: t('vacancies_empty'), hint: t('vacancies_empty_hint') }}
      />
    </div>
  )
}

type Row = Vacancy & { readonly id: string }

/** Somebody can be nominated for what is vacant now, not for what was on a day. */
function useVacancyColumns(isNow: boolean): readonly ListColumn<Row>[] {
  const t = useText(secretariesText)
  const kinds = useText(organisationKindsText)
  const format = useFormat()
  const can = useCan()
  const mayNominate = isNow && can('nominations.prepare')
  return [
    {
      key: 'organisation',
      title: t('organisation'),
      render: (_, { organisation_id, organisation_name }) => (
        <Link to="/organisations" search={{ selected: organisation_id }}>
          {organisation_name}
        </Link>
      ),
    },
    { key: 'kind', title: t('vacancy_kind'), render: (_, { kind }) => kinds.code(kind) },
    {
      key: 'since',
      title: t('vacant_since'),
      render: (_, { since }) =>
        since === null ? <span className="soft">{t('vacant_always')}</span> : format.date(since),
    },
    ...(mayNominate ? [nominateColumn(t)] : []),
  ]
}

function nominateColumn(t: ReturnType<typeof useText<typeof secretariesText>>): ListColumn<Row> {
  return {
    key: 'nominate',
    title: t('nominate'),
    render: (_, { organisation_id, organisation_name }) => (
      <Link
        to="/secretaries/nominations/new"
        search={{ organisation_id }}
        aria-label={t('nominate_for', { name: organisation_name })}
      >
        {t('nominate')}
      </Link>
    ),
  }
}
