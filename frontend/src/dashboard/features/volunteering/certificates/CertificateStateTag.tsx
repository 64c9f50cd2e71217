import { useSettings } from '../../../app/settings-query'
import { useFormat } from '../../../app/use-format'
import { StatusTag } from '../../../components/StatusTag'
import { useText } from '../../../i18n/use-text'
import { certificateStatesText } from '../volunteering-text'
import type { CertificateOut } from '../volunteering-types'
import { certificatesText } from './certificates-text'

/** A request says until when it is on notice, and when it may be issued. */
export function CertificateStateTag({ certificate }: { readonly certificate: CertificateOut }) {
  const t = useText(certificatesText)
  const states = useText(certificateStatesText)
  const { today } = useSettings()
  const format = useFormat()
  const { state, notice_until, issued_at } = certificate
  if (state === 'issued') return <StatusTag tone="done">{states('issued')}</StatusTag>
  if (state === 'revoked')
    return <StatusTag tone="neutral">{states(issued_at === null ? 'declined' : 'revoked')}</StatusTag>
  return today <= notice_until ? (
    <StatusTag tone="waiting">{t('notice_until', { date: format.date(notice_until) })}</StatusTag>
  ) : (
    <StatusTag tone="warning">{states('ready')}</StatusTag>
  )
}
