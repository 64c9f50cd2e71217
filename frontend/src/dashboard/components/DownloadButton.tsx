import { DownloadOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import type { Query } from '@/shared/api/json'
import { ApiError } from '@/shared/api/problem'
import { json } from '../app/api'
import { useText } from '../i18n/use-text'
import { componentsText } from './components-text'
import { saveFile } from './save-file'

interface DownloadButtonProps {
  readonly label: string
  /** Address in the API that answers with a file. */
  readonly path: string
  readonly query?: Query
  readonly type?: 'default' | 'text' | 'link' | 'primary'
}

export function DownloadButton({ label, path, query = {}, type = 'default' }: DownloadButtonProps) {
  const t = useText(componentsText)
  const { message } = App.useApp()
  const download = useMutation({
    mutationFn: () => json.file(path, { query }),
    onSuccess: saveFile,
    onError: (error) =>
      message.error(
        error instanceof ApiError && error.status !== 0
          ? error.detail || error.title
          : t('problem_network_title'),
      ),
  })
  return (
    <Button
      type={type}
      size={type === 'text' ? 'small' : 'middle'}
      icon={<DownloadOutlined aria-hidden />}
      loading={download.isPending}
      onClick={() => download.mutate()}
    >
      {label}
    </Button>
  )
}
