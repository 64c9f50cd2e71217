import { DownloadButton } from '../../../components/DownloadButton'
import { useText } from '../../../i18n/use-text'
import type { DutyReportOut } from '../duty-types'
import { reportsText } from './reports-text'

/** The attached files; a click takes one home. */
export function StoredFiles({ files }: Pick<DutyReportOut, 'files'>) {
  const t = useText(reportsText)
  if (files.length === 0) return null
  return (
    <section className="report-section">
      <h2>{t('files')}</h2>
      <ul>
        {files.map(({ id, name }) => (
          <li key={id}>
            <DownloadButton type="link" label={name} path={`/api/v1/files/${id}/content`} />
          </li>
        ))}
      </ul>
    </section>
  )
}
