import { useEffect } from 'react'
import { localeStore } from './api'
import { Entrance } from './Entrance'
import { isPublic, PublicPage } from './PublicPage'
import { phoneText } from './phone-text'
import { UpdateNotice } from './UpdateNotice'
import { usePlace } from './use-place'
import { useText } from './use-text'

export function App() {
  const t = useText(phoneText)
  const place = usePlace()
  useEffect(() => {
    document.documentElement.lang = t.locale
  }, [t.locale])
  return (
    <>
      <header className="top">
        <span className="brand">{t('product')}</span>
        <button
          type="button"
          className="plain"
          onClick={() => localeStore.set(t.locale === 'zh-CN' ? 'en-US' : 'zh-CN')}
        >
          {t('language_other')}
        </button>
      </header>
      {place.page !== 'scan' && place.page !== 'lead_scan' && <UpdateNotice />}
      {isPublic(place) ? <PublicPage place={place} /> : <Entrance place={place} />}
    </>
  )
}
