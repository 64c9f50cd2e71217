import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { NOTHING } from '@/shared/format/format'
import { useSettings } from '../../../app/settings-query'
import { useFormat } from '../../../app/use-format'
import { Facts } from '../../../components/Facts'
import { ListFace } from '../../../components/ListFace'
import { PageHeader } from '../../../components/PageHeader'
import { useText } from '../../../i18n/use-text'
import { useDuration } from '../use-duration'
import type { CertificateOut } from '../volunteering-types'
import { CertificateActions } from './CertificateActions'
import { CertificateCheck } from './CertificateCheck'
import { CertificateStateTag } from './CertificateStateTag'
import { certificateQuery } from './certificate-queries'
import { certificatesText } from './certificates-text'
import '../volunteering.css'
import '../activities/activity.css'
import './certificates.css'

export function CertificatePage({ id }: { readonly id: string }) {
  const certificate = useQuery(certificateQuery(id))
  return (
    <div className="page">
      <ListFace list={certificate} isEmpty={false} empty={{ title: '' }}>
        {certificate.data !== undefined && <Certificate certificate={certificate.data} />}
      </ListFace>
    </div>
  )
}

function Certificate({ certificate }: { readonly certificate: CertificateOut }) {
  const t = useText(certificatesText)
  const format = useFormat()
  const { today } = useSettings()
  const { state, notice_until, name } = certificate
  return (
    <>
      <PageHeader
        title={t('page_title', { name })}
        parent={{ to: '/volunteering/certificates', label: t('title') }}
        meta={<CertificateStateTag certificate={certificate} />}
        actions={<CertificateActions certificate={certificate} />}
      />
      {state === 'requested' && today <= notice_until && (
        <Alert
          type="info"
          showIcon
          className="problem"
          title={t('issue_waiting', { date: format.date(notice_until) })}
        />
      )}
      <div className="vol-columns">
        <div>
          <Sums certificate={certificate} />
          {certificate.check_url !== null && <CertificateCheck url={certificate.check_url} />}
        </div>
        <aside aria-label={t('facts')} className="vol-facts">
          <Facts facts={useFacts(certificate)} />
        </aside>
      </div>
    </>
  )
}

/** The two sums stand apart, as they are printed. */
function Sums({
  certificate: { state, recorded_minutes, late_entry_minutes, star_level },
}: {
  readonly certificate: CertificateOut
}) {
  const t = useText(certificatesText)
  const duration = useDuration()
  const sums = [
    { label: t('recorded'), value: duration(recorded_minutes) },
    { label: t('late_entry'), value: duration(late_entry_minutes) },
    { label: t('star'), value: star_level === 0 ? t('star_none') : t('star_level', { count: star_level }) },
  ]
  return (
    <section aria-labelledby="certificate-sums">
      <h2 id="certificate-sums">{t('sums')}</h2>
      <dl className="certificate-sums">
        {sums.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {state === 'requested' && <p className="soft">{t('sums_pending')}</p>}
    </section>
  )
}

function useFacts(certificate: CertificateOut) {
  const t = useText(certificatesText)
  const format = useFormat()
  const { from_on, until_on, notice_from, notice_until, issued_at, issued_by_name, revoked_at } = certificate
  const period = (from: string, until: string) =>
    t('period_of', { from: format.date(from), until: format.date(until) })
  const known = (label: string, value: string | null) => (value === null ? [] : [{ label, value }])
  return [
    { label: t('name'), value: certificate.name },
    { label: t('organisation'), value: certificate.organisation_name },
    { label: t('period'), value: period(from_on, until_on) },
    { label: t('purpose'), value: certificate.purpose || NOTHING },
    { label: t('requested_at'), value: format.dateTime(certificate.created_at) },
    { label: t('notice'), value: period(notice_from, notice_until) },
    ...known(t('number'), certificate.number),
    ...known(t('issued_at'), issued_at === null ? null : format.dateTime(issued_at)),
    ...known(t('issued_by'), issued_by_name),
    ...known(t('revoked_at'), revoked_at === null ? null : format.dateTime(revoked_at)),
  ]
}
