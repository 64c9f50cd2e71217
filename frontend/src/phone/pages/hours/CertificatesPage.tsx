import { useState } from 'react'
import type { CertificateNoticeOut, CertificateOut } from '@/shared/api/schema.gen'
import { BackLink } from '../../app/BackLink'
import { LoadProblem } from '../../app/LoadProblem'
import { phoneText } from '../../app/phone-text'
import { SaveFile } from '../../app/SaveFile'
import { useFormat } from '../../app/use-format'
import { usePages } from '../../app/use-pages'
import { useText } from '../../app/use-text'
import { useWho } from '../../app/who'
import { CertificateRequest } from './CertificateRequest'
import { certificatesText } from './certificates-text'

/** Ask for a certificate, follow its notice, take the document; and see what others have on notice. */
export function CertificatesPage() {
  const t = useText(certificatesText)
  const phone = useText(phoneText)
  const [isSent, setSent] = useState(false)
  const { loaded, items, reload } = usePages<CertificateOut>('/api/v1/me/certificates?limit=50')
  const sent = () => {
    setSent(true)
    reload()
  }
  return (
    <>
      <BackLink hash="#/hours" label={t('back')} />
      <h1>{t('title')}</h1>
      {isSent ? <p role="status">{t('sent')}</p> : <CertificateRequest onSent={sent} />}
      <section>
        <h2>{t('mine')}</h2>
        {loaded.state === 'loading' && <p role="status">{phone('loading')}</p>}
        {loaded.state === 'failed' && <LoadProblem error={loaded.error} onRetry={reload} />}
        {loaded.state === 'ready' && items.length === 0 && <p className="soft">{t('none')}</p>}
        <ul className="tasks">
          {items.map((certificate) => (
            <Own key={certificate.id} certificate={certificate} />
          ))}
        </ul>
      </section>
      <OnNotice />
    </>
  )
}

function Own({ certificate }: { readonly certificate: CertificateOut }) {
  const t = useText(certificatesText)
  const { settings } = useWho()
  const format = useFormat(settings.time_zone)
  const { id, from_on, until_on, state, number, notice_until, star_level, purpose } = certificate
  const isOnNotice = notice_until >= settings.today
  const states = {
    requested: isOnNotice ? t('on_notice', { date: format.date(notice_until) }) : t('to_be_issued'),
    issued: t('issued', { number: number ?? '' }),
    revoked: t('revoked'),
  }
  return (
    <li>
      <strong>
        {format.date(from_on)} – {format.date(until_on)}
      </strong>
      <Minutes certificate={certificate} />
      {purpose !== '' && <span className="soft">{purpose}</span>}
      <span className={state === 'revoked' ? 'late' : 'mark'}>
        {states[state]}
        {state === 'issued' && star_level > 0 && ` · ${t('stars', { count: star_level })}`}
      </span>
      {state === 'issued' && <SaveFile path={`/api/v1/certificates/${id}/document`} label={t('download')} />}
    </li>
  )
}

type Summed = Pick<CertificateOut, 'recorded_minutes' | 'late_entry_minutes'>

function Minutes({
  certificate: { recorded_minutes, late_entry_minutes },
}: {
  readonly certificate: Summed
}) {
  const t = useText(certificatesText)
  const format = useFormat(useWho().settings.time_zone)
  return (
    <span className="soft">
      {t('minutes', {
        recorded: format.duration(recorded_minutes),
        late: format.duration(late_entry_minutes),
      })}
    </span>
  )
}

function OnNotice() {
  const t = useText(certificatesText)
  const format = useFormat(useWho().settings.time_zone)
  const { loaded, items, reload } = usePages<CertificateNoticeOut>('/api/v1/me/certificate-notices?limit=50')
  return (
    <section>
      <h2>{t('notices')}</h2>
      {loaded.state === 'failed' && <LoadProblem error={loaded.error} onRetry={reload} />}
      {loaded.state === 'ready' && items.length === 0 && <p className="soft">{t('notices_none')}</p>}
      <ul className="tasks">
        {items.map((notice) => (
          <li key={notice.id}>
            <strong>{notice.name}</strong>
            <span className="soft">
              {format.date(notice.from_on)} – {format.date(notice.until_on)}
            </span>
            <Minutes certificate={notice} />
            <span className="soft">{t('on_notice', { date: format.date(notice.notice_until) })}</span>
          </li>
        ))}
      </ul>
      {items.length > 0 && <p className="soft">{t('notices_hint')}</p>}
    </section>
  )
}
