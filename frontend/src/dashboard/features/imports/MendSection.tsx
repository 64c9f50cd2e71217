import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ImportOut } from '@/shared/api/schema.gen'
import { DownloadButton } from '../../components/DownloadButton'
import { ProblemAlert } from '../../components/ProblemAlert'
import { useText } from '../../i18n/use-text'
import { FileButton } from './FileButton'
import { IMPORTS_PATH } from './imports-query'
import { useAct, useUploadMended } from './imports-requests'
import { resultText } from './imports-text'

/** From faults to a clean workbook: download, mend, upload. */
export function MendSection({ imported }: { readonly imported: ImportOut }) {
  const t = useText(resultText)
  const navigate = useNavigate()
  const act = useAct(imported.id)
  const mended = useUploadMended(imported)
  const send = (file: File) =>
    mended.mutate(
      { file, reason: t('replaced', { name: file.name }) },
      { onSuccess: ({ id }) => void navigate({ to: '/imports/$importId', params: { importId: id } }) },
    )
  const { faults_total: count, rows_faulty: rows, allowed_actions } = imported
  return (
    <section className="imports-mend" aria-labelledby="imports-mend-title">
      <h2 id="imports-mend-title">{t('faults_title', { count, rows })}</h2>
      <ol>
        <li>
          <span>{t('mend_download')}</span>
          <DownloadButton label={t('download')} path={`${IMPORTS_PATH}/${imported.id}/marked-workbook`} />
        </li>
        <li>
          <span>{t('mend_edit')}</span>
        </li>
        <li>
          <span>{t('mend_upload')}</span>
          <FileButton
            label={t(mended.isPending ? 'uploading' : 'upload_again')}
            isBusy={mended.isPending}
            onChoose={send}
          />
        </li>
      </ol>
      {mended.isError && <ProblemAlert error={mended.error} />}
      {act.isError && <ProblemAlert error={act.error} />}
      {allowed_actions.includes('reopen') && (
        <Button type="link" className="imports-reopen" onClick={() => act.mutate('reopen')}>
          {t('reopen')}
        </Button>
      )}
    </section>
  )
}
