import { Link } from '@tanstack/react-router'
import type { ImportKind } from '@/shared/api/schema.gen'
import { useText } from '../../i18n/use-text'
import { importsText, resultText } from './imports-text'

export function EndedStep({ kind }: { readonly kind: ImportKind }) {
  const t = useText(resultText)
  const list = useText(importsText)
  return (
    <div className="face">
      <p className="face-title">{t('cancelled_title')}</p>
      <p className="soft">{t('cancelled_hint')}</p>
      <p>
        <Link to="/imports/new" search={{ kind }}>
          {list('new')}
        </Link>
      </p>
    </div>
  )
}
