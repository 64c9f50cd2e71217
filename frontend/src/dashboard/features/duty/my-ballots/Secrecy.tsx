import { ballotText } from '@/shared/ballot/ballot-text'
import { useText } from '../../../i18n/use-text'
import { myBallotsText } from './my-ballots-text'

/** Why nobody finds out who voted how. */
export function Secrecy() {
  const t = useText(ballotText)
  const own = useText(myBallotsText)
  return (
    <details className="scoring-secrecy">
      <summary>
        <strong>{t('secret_short')}</strong> {t('secret_title')}
      </summary>
      <ul>
        <li>{t('secret_apart')}</li>
        <li>{t('secret_shuffled')}</li>
        <li>{t('secret_account')}</li>
        <li>{t('secret_limit')}</li>
        <li>{t('secret_small')}</li>
        <li>{own('kept')}</li>
      </ul>
    </details>
  )
}
