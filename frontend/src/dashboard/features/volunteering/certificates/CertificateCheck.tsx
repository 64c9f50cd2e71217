import { App, Button } from 'antd'
import { useText } from '../../../i18n/use-text'
import { QrPicture } from '../screen/QrPicture'
import { certificatesText } from './certificates-text'

/** How anybody checks it. */
export function CertificateCheck({ url }: { readonly url: string }) {
  const t = useText(certificatesText)
  const { message } = App.useApp()
  const copy = async () => {
    await navigator.clipboard.writeText(url)
    void message.success(t('copied'))
  }
  return (
    <section aria-labelledby="certificate-check">
      <h2 id="certificate-check">{t('check')}</h2>
      <div className="certificate-check">
        <QrPicture text={url} label={t('check_hint')} />
        <div>
          <p className="soft">{t('check_hint')}</p>
          <p className="certificate-links">
            <a href={url} target="_blank" rel="noreferrer">
              {t('check_link')}
            </a>
            <Button size="small" onClick={() => void copy()}>
              {t('copy_link')}
            </Button>
          </p>
        </div>
      </div>
    </section>
  )
}
