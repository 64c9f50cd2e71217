import { Button } from 'antd'
import { useText } from '../../../i18n/use-text'
import { organisationsText } from '../organisations-text'

/** The way back where the panel has taken the page's place. */
export function BackToOutline({ onBack }: { readonly onBack: () => void }) {
  const t = useText(organisationsText)
  return (
    <Button type="link" size="small" className="org-panel-back" onClick={onBack}>
      <span aria-hidden>‹</span> {t('back_to_outline')}
    </Button>
  )
}
