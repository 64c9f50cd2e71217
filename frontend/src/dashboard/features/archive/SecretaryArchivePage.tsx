import { useQuery } from '@tanstack/react-query'
import { ListFace } from '../../components/ListFace'
import { PageHeader } from '../../components/PageHeader'
import { useText } from '../../i18n/use-text'
import { ArchiveSheet } from './ArchiveSheet'
import { ArchiveTools } from './ArchiveTools'
import { archivePath, archiveQuery } from './archive-queries'
import { archiveText } from './archive-text'

interface SecretaryArchivePageProps {
  readonly id: string
  readonly asOf: string | undefined
  readonly onAsOf: (day: string | undefined) => void
}

/** What the records hold about a secretary, on one page. */
export function SecretaryArchivePage({ id, asOf, onAsOf }: SecretaryArchivePageProps) {
  const t = useText(archiveText)
  const path = archivePath(id)
  const archive = useQuery(archiveQuery(path, asOf))
  const name = archive.data?.person.name
  return (
    <div className="page archive-page">
      <PageHeader
        title={name === undefined ? t('title') : t('title_of', { name })}
        parent={{ to: `/secretaries/${id}`, label: t('secretary') }}
        actions={<ArchiveTools path={path} asOf={asOf} onAsOf={onAsOf} />}
      />
      <ListFace list={archive} isEmpty={false} empty={{ title: '' }}>
        {archive.data !== undefined && <ArchiveSheet archive={archive.data} />}
      </ListFace>
    </div>
  )
}
