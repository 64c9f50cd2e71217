import { App } from 'antd'
import { useSettings } from '../../../app/settings-query'
import { ConfirmButton } from '../../../components/ConfirmButton'
import { DownloadButton } from '../../../components/DownloadButton'
import { HistoryButton } from '../../../components/HistoryDrawer'
import { useText } from '../../../i18n/use-text'
import { useRecordWords } from '../../../records/use-record-words'
import { certificateStatesText } from '../volunteering-text'
import type { CertificateOut } from '../volunteering-types'
import { useActOnCertificate } from './certificate-queries'
import { certificatesText } from './certificates-text'

export function CertificateActions({ certificate }: { readonly certificate: CertificateOut }) {
  const t = useText(certificatesText)
  const words = useRecordWords()
  const states = useText(certificateStatesText)
  const { id, state, person_id } = certificate
  const path = `/api/v1/certificates/${id}`
  const transcript = `/api/v1/volunteer-transcripts/${person_id}`
  return (
    <>
      <IssueButton certificate={certificate} />
      {state === 'issued' && <DownloadButton label={t('document')} path={`${path}/document`} />}
      <DownloadButton label={t('transcript_pdf')} path={transcript} query={{ format: 'pdf' }} />
      <DownloadButton label={t('transcript_docx')} path={transcript} query={{ format: 'docx' }} />
      <RevokeButton certificate={certificate} />
      <HistoryButton path={`${path}/history`} names={{ action: words.action, state: states.code }} />
    </>
  )
}

/** Offered once the notice is over: the server refuses before. */
function IssueButton({ certificate }: { readonly certificate: CertificateOut }) {
  const t = useText(certificatesText)
  const { message } = App.useApp()
  const { today } = useSettings()
  const act = useActOnCertificate(certificate.id)
  const { allowed_actions, notice_until, name } = certificate
  if (!allowed_actions.includes('issue')) return null
  return (
    <ConfirmButton
      label={t('issue')}
      title={t('issue_title', { name })}
      description={t('issue_text')}
      type="primary"
      disabled={today <= notice_until}
      onConfirm={async () => {
        await act.mutateAsync({ action: 'issue', reason: '' })
        void message.success(t('issued'))
      }}
    />
  )
}

function RevokeButton({
  certificate: { id, state, allowed_actions, name },
}: {
  readonly certificate: CertificateOut
}) {
  const t = useText(certificatesText)
  const { message } = App.useApp()
  const act = useActOnCertificate(id)
  if (!allowed_actions.includes('revoke')) return null
  // What was never issued is not revoked in the words of the page: the request is declined.
  const verb = state === 'requested' ? 'decline' : 'revoke'
  return (
    <ConfirmButton
      label={t(verb)}
      title={t(`${verb}_title`, { name })}
      description={t(`${verb}_text`)}
      reason="required"
      danger
      onConfirm={async (reason) => {
        await act.mutateAsync({ action: 'revoke', reason })
        void message.success(t(`${verb}d`))
      }}
    />
  )
}
