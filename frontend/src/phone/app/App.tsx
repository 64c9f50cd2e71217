import { useEffect } from 'react'
import { localeStore } from './api'
import { Entrance } from './Entrance'
import { LazyPage } from './LazyPage'
import { loadCertificateCheck, loadConfirmation } from './phone-pages'
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
      {place.page === 'certificate_check' && (
        <main>
          <LazyPage key={place.code} load={loadCertificateCheck} props={{ code: place.code }} />
        </main>
      )}
      {place.page === 'confirmation' && (
        <main>
          <LazyPage key={place.code} load={loadConfirmation} props={{ code: place.code }} />
        </main>
      )}
      {place.page !== 'certificate_check' && place.page !== 'confirmation' && <Entrance place={place} />}
    </>
  )
}
