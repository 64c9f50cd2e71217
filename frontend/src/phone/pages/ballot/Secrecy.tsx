import { ballotText } from '@/shared/ballot/ballot-text'
import { useText } from '../../app/use-text'

/** Why nobody finds out who voted how; short, and in full when it is opened. */
export function Secrecy() {
  const t = useText(ballotText)
  return (
    <details className="said ballot-secrecy">
      <summary>{t('secret_title')}</summary>
      <ul>
        <li>{t('secret_apart')}</li>
        <li>{t('secret_shuffled')}</li>
        <li>{t('secret_account')}</li>
        <li>{t('secret_limit')}</li>
        <li>{t('secret_small')}</li>
      </ul>
    </details>
  )
}
