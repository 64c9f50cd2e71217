import { useText } from '../../../i18n/use-text'
import { schemeText } from './scheme-text'

/** What the buttons of a row say, with the name of what they act upon. */
export function useRowWords() {
  const t = useText(schemeText)
  return (name: string) => ({
    up: t('up', { name }),
    down: t('down', { name }),
    remove: t('remove', { name }),
  })
}
