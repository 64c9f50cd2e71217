import { CloudOutlined } from '@ant-design/icons'
import { useText } from '../i18n/use-text'
import { layoutText } from './layout-text'
import { useOnline } from './use-online'

export function OfflineBanner() {
  const t = useText(layoutText)
  const isOnline = useOnline()
  if (isOnline) return null
  return (
    <p className="offline-banner" role="status">
      <CloudOutlined aria-hidden /> {t('offline')}
    </p>
  )
}
