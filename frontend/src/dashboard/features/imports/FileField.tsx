import { FileExcelOutlined } from '@ant-design/icons'
import { useText } from '../../i18n/use-text'
import { ACCEPTED } from './accepted-files'
import { uploadText } from './imports-text'

interface FileFieldProps {
  readonly file: File | null
  readonly onChoose: (file: File) => void
}

/** Named by the heading `imports-file`. The browser's own file input laid over the whole field: it takes drops, keys and screen readers by itself. */
export function FileField({ file, onChoose }: FileFieldProps) {
  const t = useText(uploadText)
  return (
    <div className="imports-drop">
      <FileExcelOutlined aria-hidden className="imports-drop-icon" />
      <p className="imports-drop-name">{file?.name ?? t('choose_file')}</p>
      {file !== null && <p className="soft">{t('other_file')}</p>}
      <p className="soft" id="imports-formats">
        {t('formats')}
      </p>
      <input
        type="file"
        accept={ACCEPTED}
        aria-labelledby="imports-file"
        aria-describedby="imports-formats"
        // So that the same file, mended meanwhile, counts as a new choice.
        onClick={(event) => {
          event.currentTarget.value = ''
        }}
        onChange={(event) => {
          const chosen = event.target.files?.[0]
          if (chosen !== undefined) onChoose(chosen)
        }}
      />
    </div>
  )
}
