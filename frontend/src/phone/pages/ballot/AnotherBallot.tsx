import { useState } from 'react'
import { useText } from '../../app/use-text'
import { phoneBallotText } from './phone-ballot-text'

/** Where several people vote on one phone: away from a ballot that somebody began, after a question. */
export function AnotherBallot({ onAnother }: { readonly onAnother: (() => void) | undefined }) {
  const t = useText(phoneBallotText)
  const [isAsked, setAsked] = useState(false)
  if (onAnother === undefined) return null
  if (!isAsked) {
    return (
      <button type="button" className="plain ballot-another" onClick={() => setAsked(true)}>
        {t('another_code')}
      </button>
    )
  }
  return (
    <div className="notice" role="alert">
      <p>{t('another_sure')}</p>
      <button type="button" onClick={onAnother}>
        {t('another_code')}
      </button>
      <button type="button" className="plain" onClick={() => setAsked(false)}>
        {t('keep')}
      </button>
    </div>
  )
}
