import { useNavigate } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useMe } from '../../auth/session-query'
import { OrganisationPicker } from '../../components/OrganisationPicker'
import { PageHeader } from '../../components/PageHeader'
import { ProblemAlert } from '../../components/ProblemAlert'
import { useText } from '../../i18n/use-text'
import { tooManyMegabytes } from './accepted-files'
import { FileField } from './FileField'
import { ImportSteps } from './ImportSteps'
import { kindOf } from './import-kinds'
import { useUpload } from './imports-requests'
import type { NewImportSearch } from './imports-search'
import { importsText, uploadText } from './imports-text'
import { KindField } from './KindField'
import './imports.css'

interface NewImportPageProps {
  readonly search: NewImportSearch
  readonly onSearch: (change: NewImportSearch) => void
}

export function NewImportPage({ search, onSearch }: NewImportPageProps) {
  const list = useText(importsText)
  const t = useText(uploadText)
  const { assignment } = useMe()
  const organisationId = search.organisation_id ?? assignment?.organisation_id
  return (
    <div className="page">
      <PageHeader title={list('new')} parent={{ to: '/imports', label: list('list') }} />
      <ImportSteps at={0} />
      <div className="imports-form">
        <div>
          <h2>{t('kind')}</h2>
          <KindField value={kindOf(search.kind)} onChange={(kind) => onSearch({ kind })} />
          <p className="soft">{t('order_hint')}</p>
        </div>
        <div>
          <h2>{t('organisation')}</h2>
          <OrganisationPicker
            aria-label={t('organisation')}
            className="imports-organisation"
            value={organisationId}
            onChange={(id) => onSearch({ organisation_id: id })}
            allowClear={false}
          />
          <p className="soft">{t('organisation_hint')}</p>
        </div>
        <UploadSection kind={kindOf(search.kind)} organisationId={organisationId} />
      </div>
    </div>
  )
}

interface UploadSectionProps {
  readonly kind: ReturnType<typeof kindOf>
  readonly organisationId: string | undefined
}

function UploadSection({ kind, organisationId }: UploadSectionProps) {
  const t = useText(uploadText)
  const navigate = useNavigate()
  const [file, setFile] = useState<File | null>(null)
  const [complaint, setComplaint] = useState<string | null>(null)
  const upload = useUpload()
  const choose = (chosen: File) => {
    const size = tooManyMegabytes(chosen)
    upload.reset()
    setFile(size === null ? chosen : null)
    setComplaint(size === null ? null : t('too_large', { size }))
  }
  const send = () => {
    if (file === null || organisationId === undefined) {
      setComplaint((before) => before ?? t('no_file'))
      return
    }
    upload.mutate(
      { file, kind, organisationId },
      { onSuccess: ({ id }) => void navigate({ to: '/imports/$importId', params: { importId: id } }) },
    )
  }
  return (
    <div>
      <h2 id="imports-file">{t('file')}</h2>
      <FileField file={file} onChoose={choose} />
      {complaint !== null && <Alert type="error" showIcon role="alert" title={complaint} />}
      {upload.isError && <ProblemAlert error={upload.error} />}
      <p className="imports-promise">{t('nothing_yet')}</p>
      <Button type="primary" loading={upload.isPending} onClick={send}>
        {t('upload')}
      </Button>
    </div>
  )
}
