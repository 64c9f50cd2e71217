import { HistoryOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useFormat } from '../../app/use-format'
import { useText } from '../../i18n/use-text'
import { organisationsText } from './organisations-text'

interface AsOfBannerProps {
  readonly day: string
  readonly onToday: () => void
}

export function AsOfBanner({ day, onToday }: AsOfBannerProps) {
  const t = useText(organisationsText)
  const format = useFormat()
  return (
    <div className="org-as-of-banner" role="status">
      <HistoryOutlined aria-hidden />
      <span>{t('as_of_banner', { date: format.date(day) })}</span>
      <span aria-hidden>·</span>
      <Button type="link" size="small" onClick={onToday}>
        {t('back_to_today')}
      </Button>
    </div>
  )
}
