import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { localeStore } from '../app/locale'
import { useText } from '../i18n/use-text'
import { layoutText } from './layout-text'

export function LanguageSwitch() {
  const t = useText(layoutText)
  const queries = useQueryClient()
  const switchLanguage = () => {
    localeStore.set(t.locale === 'zh-CN' ? 'en-US' : 'zh-CN')
    // The server words some answers itself.
    void queries.invalidateQueries()
  }
  return (
    <Button
      type="text"
      size="small"
      className="language-switch"
      onClick={switchLanguage}
      title={t('language')}
    >
      {t('language_other')}
    </Button>
  )
}
