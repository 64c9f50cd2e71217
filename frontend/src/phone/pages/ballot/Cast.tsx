import { ballotText } from '@/shared/ballot/ballot-text'
import { Icon } from '../../app/Icon'
import { useText } from '../../app/use-text'
import { phoneBallotText } from './phone-ballot-text'

/** It lies in the box. */
export function Cast({ onAnother }: { readonly onAnother: (() => void) | undefined }) {
  const t = useText(ballotText)
  const words = useText(phoneBallotText)
  return (
    <>
      <div className="outcome done" role="status">
        <Icon name="done" className="outcome-icon" />
        <p className="outcome-head">{t('cast')}</p>
        <p className="outcome-words">{t('cast_hint')}</p>
      </div>
      {onAnother === undefined ? (
        <a href="#/" className="button">
          {words('home')}
        </a>
      ) : (
        <button type="button" onClick={onAnother}>
          {words('another_code')}
        </button>
      )}
    </>
  )
}
