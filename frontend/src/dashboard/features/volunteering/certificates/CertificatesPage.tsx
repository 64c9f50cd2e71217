import { Link } from '@tanstack/react-router'
import { useFormat } from '../../../app/use-format'
import { Can } from '../../../auth/Can'
import { FilterBar } from '../../../components/FilterBar'
import { type ListColumn, ListTable } from '../../../components/ListTable'
import { PageHeader } from '../../../components/PageHeader'
import { useText } from '../../../i18n/use-text'
import { useDuration } from '../use-duration'
import { VolunteeringTabs } from '../VolunteeringTabs'
import { certificateStatesText } from '../volunteering-text'
import type { CertificateOut } from '../volunteering-types'
import { CertificateStateTag } from './CertificateStateTag'
import { certificatesQuery } from './certificate-queries'
import { CERTIFICATE_STATES, type CertificatesSearch } from './certificates-search'
import { certificatesText } from './certificates-text'
import { RequestButton } from './RequestButton'

interface CertificatesPageProps {
  readonly search: CertificatesSearch
  readonly onSearch: (change: CertificatesSearch) => void
}

/** Requests on notice, and what was issued. */
export function CertificatesPage({ search, onSearch }: CertificatesPageProps) {
  const t = useText(certificatesText)
  const states = useText(certificateStatesText)
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        actions={
          <Can permission="certificates.request">
            <RequestButton />
          </Can>
        }
      />
      <VolunteeringTabs />
      <FilterBar
        fields={[
          { kind: 'text', name: 'q', label: t('search') },
          {
            kind: 'select',
            name: 'state',
            label: t('state'),
            options: CERTIFICATE_STATES.map((value) => ({ value, label: states(value) })),
          },
          { kind: 'organisation', name: 'organisation_id', label: t('organisation') },
        ]}
        values={search}
        onChange={onSearch}
      />
      <ListTable
        name="certificates"
        label={t('list')}
        query={certificatesQuery(search)}
        columns={useColumns()}
        isFiltered={Object.values(search).some(Boolean)}
        empty={{ title: t('empty'), hint: t('empty_hint') }}
      />
    </div>
  )
}

function useColumns(): readonly ListColumn<CertificateOut>[] {
  const t = useText(certificatesText)
  const format = useFormat()
  const duration = useDuration()
  return [
    {
      key: 'name',
      title: t('name'),
      render: (_, { id, name }) => (
        <Link to="/volunteering/certificates/$certificateId" params={{ certificateId: id }}>
          {name}
        </Link>
      ),
    },
    {
      key: 'state',
      title: t('state'),
      render: (_, certificate) => <CertificateStateTag certificate={certificate} />,
    },
    { key: 'organisation', title: t('organisation'), dataIndex: 'organisation_name' },
    {
      key: 'period',
      title: t('period'),
      className: 'vol-tabular',
      render: (_, { from_on, until_on }) =>
        t('period_of', { from: format.date(from_on), until: format.date(until_on) }),
    },
    {
      key: 'recorded',
      title: t('recorded'),
      numeric: true,
      render: (_, { recorded_minutes }) => duration(recorded_minutes),
    },
    {
      key: 'late_entry',
      title: t('late_entry'),
      numeric: true,
      render: (_, { late_entry_minutes }) => (late_entry_minutes === 0 ? '—' : duration(late_entry_minutes)),
    },
    { key: 'number', title: t('number'), render: (_, { number }) => number ?? '—' },
    {
      key: 'issued_at',
      title: t('issued_at'),
      optional: true,
      render: (_, { issued_at }) => format.dateTime(issued_at),
    },
  ]
}
