import { useQuery } from '@tanstack/react-query'
import { useText } from '../i18n/use-text'
import { componentsText } from './components-text'
import { DownloadButton } from './DownloadButton'
import { fileQuery } from './file-queries'

/** A stored file by its name; a click takes it home. */
export function StoredFile({ id }: { readonly id: string }) {
  const t = useText(componentsText)
  const { data: file, isError } = useQuery(fileQuery(id))
  if (isError) return <span className="soft">{t('file_unknown')}</span>
  return <DownloadButton type="link" label={file?.name ?? '…'} path={`/api/v1/files/${id}/content`} />
}
