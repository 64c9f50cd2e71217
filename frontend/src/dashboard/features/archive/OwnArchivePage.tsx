import { useQuery } from '@tanstack/react-query'
import { useCan } from '../../auth/session-query'
import { ListFace } from '../../components/ListFace'
import { PageHeader } from '../../components/PageHeader'
import { useText } from '../../i18n/use-text'
import { ArchiveSheet } from './ArchiveSheet'
import { ArchiveTools } from './ArchiveTools'
import { archiveQuery, OWN_ARCHIVE } from './archive-queries'
import { archiveText } from './archive-text'
import { ObjectButton } from './ObjectButton'
import { OwnObjections } from './OwnObjections'

interface OwnArchivePageProps {
  readonly asOf: string | undefined
  readonly onAsOf: (day: string | undefined) => void
}

/** What is held about me, with a way to object to each part. */
export function OwnArchivePage({ asOf, onAsOf }: OwnArchivePageProps) {
  const t = useText(archiveText)
  const can = useCan()
  const archive = useQuery(archiveQuery(OWN_ARCHIVE, asOf))
  return (
    <div className="page archive-page">
      <PageHeader
        title={t('own_title')}
        parent={{ to: '/account', label: t('account') }}
        description={t('own_hint')}
        {...(archive.isSuccess && {
          actions: <ArchiveTools path={OWN_ARCHIVE} asOf={asOf} onAsOf={onAsOf} />,
        })}
      />
      <ListFace list={archive} isEmpty={false} empty={{ title: '' }}>
        {archive.data !== undefined && (
          <>
            <ArchiveSheet
              archive={archive.data}
              {...(can('objections.file') && { tools: ({ title }) => <ObjectButton part={title} /> })}
            />
            <OwnObjections personId={archive.data.person.id} />
          </>
        )}
      </ListFace>
    </div>
  )
}
