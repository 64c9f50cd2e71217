import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useSettings } from '../../app/settings-query'
import { DateField } from '../../components/DateField'
import { DownloadButton } from '../../components/DownloadButton'
import { useText } from '../../i18n/use-text'
import { archiveText } from './archive-text'

interface ArchiveToolsProps {
  readonly path: string
  readonly asOf: string | undefined
  readonly onAsOf: (day: string | undefined) => void
}

/** Which day, and how to take it along. */
export function ArchiveTools({ path, asOf, onAsOf }: ArchiveToolsProps) {
  const t = useText(archiveText)
  const { today } = useSettings()
  return (
    <>
      <DateField label={t('as_of')} placeholder={t('as_of')} value={asOf} until={today} onChange={onAsOf} />
      <DownloadButton label={t('word')} path={path} query={{ format: 'docx', as_of: asOf }} />
      <DownloadButton label={t('pdf')} path={path} query={{ format: 'pdf', as_of: asOf }} />
      <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
        {t('print')}
      </Button>
    </>
  )
}
