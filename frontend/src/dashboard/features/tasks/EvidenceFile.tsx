import { useQuery } from '@tanstack/react-query'
import { DownloadButton } from '../../components/DownloadButton'
import { useText } from '../../i18n/use-text'
import { fileQuery } from './file-queries'
import { tasksText } from './tasks-text'

/** A stored file by its name; a click takes it home. */
export function EvidenceFile({ id }: { readonly id: string }) {
  const t = useText(tasksText)
  const { data: file, isError } = useQuery(fileQuery(id))
  if (isError) return <span className="soft">{t('file_unknown')}</span>
  return <DownloadButton type="link" label={file?.name ?? '…'} path={`/api/v1/files/${id}/content`} />
}
