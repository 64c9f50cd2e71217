import { useCallback } from 'react'
import { read } from '@/shared/api/client'
import { ApiError } from '@/shared/api/problem'
import type { PublicCertificateOut } from '@/shared/api/schema.gen'
import { api } from '../../app/api'
import { Icon } from '../../app/Icon'
import { LoadProblem } from '../../app/LoadProblem'
import { phoneText } from '../../app/phone-text'
import { useFormat } from '../../app/use-format'
import { useLoaded } from '../../app/use-loaded'
import { useText } from '../../app/use-text'
import { Facts } from '../Facts'
import { publicText } from './public-text'

/** Anybody with the code sees whether a certificate is real; no sign-in. */
export function CertificateCheckPage({ code }: { readonly code: string }) {
  const t = useText(publicText)
  const phone = useText(phoneText)
  const load = useCallback(
    (signal: AbortSignal) =>
      read(api.GET('/api/v1/public/certificates/{code}', { params: { path: { code } }, signal })),
    [code],
  )
  const { loaded, reload } = useLoaded(load)
  return (
    <>
      <h1>{t('check_title')}</h1>
      {loaded.state === 'loading' && <p role="status">{phone('loading')}</p>}
      {loaded.state === 'failed' && <Failure error={loaded.error} onRetry={reload} />}
      {loaded.state === 'ready' && <Found certificate={loaded.value} />}
    </>
  )
}

function Failure({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const t = useText(publicText)
  if (!(error instanceof ApiError) || error.status !== 404) {
    return <LoadProblem error={error} onRetry={onRetry} />
  }
  return (
    <div className="outcome refused" role="alert">
      <Icon name="no" className="outcome-icon" />
      <p className="outcome-words">{t('unknown')}</p>
    </div>
  )
}

function Found({ certificate }: { readonly certificate: PublicCertificateOut }) {
  const t = useText(publicText)
  // Dates alone are shown here: they are the same in every zone.
  const format = useFormat('UTC')
  const isValid = certificate.state === 'issued'
  const { from_on, until_on, star_level, late_entry_minutes } = certificate
  return (
    <>
      <div className={`outcome ${isValid ? 'done' : 'refused'}`} role="status">
        <Icon name={isValid ? 'done' : 'no'} className="outcome-icon" />
        <p className="outcome-head">
          {isValid ? t('valid') : t('revoked', { date: format.date(certificate.revoked_on) })}
        </p>
      </div>
      <Facts
        facts={[
          { label: t('number'), value: certificate.number },
          { label: t('name'), value: certificate.name },
          { label: t('organisation'), value: certificate.organisation_name },
          {
            label: t('period'),
            value: t('period_of', { from: format.date(from_on), until: format.date(until_on) }),
          },
          { label: t('recorded'), value: format.duration(certificate.recorded_minutes) },
          {
            label: t('late_entry'),
            value: late_entry_minutes === 0 ? null : format.duration(late_entry_minutes),
          },
          { label: t('star'), value: star_level === 0 ? null : t('stars', { count: star_level }) },
          { label: t('issued_on'), value: format.date(certificate.issued_on) },
        ]}
      />
    </>
  )
}
