import { LoadingOutlined, UploadOutlined } from '@ant-design/icons'
import { ACCEPTED } from './accepted-files'

interface FileButtonProps {
  readonly label: string
  readonly isBusy: boolean
  readonly onChoose: (file: File) => void
}

/** A button that is the browser's own file input. */
export function FileButton({ label, isBusy, onChoose }: FileButtonProps) {
  return (
    <span className="imports-file-button">
      {isBusy ? <LoadingOutlined aria-hidden /> : <UploadOutlined aria-hidden />} {label}
      <input
        type="file"
        accept={ACCEPTED}
        aria-label={label}
        disabled={isBusy}
        onClick={(event) => {
          event.currentTarget.value = ''
        }}
        onChange={(event) => {
          const chosen = event.target.files?.[0]
          if (chosen !== undefined) onChoose(chosen)
        }}
      />
    </span>
  )
}
