import { useSettings } from '../../app/settings-query'
import { useText } from '../../i18n/use-text'
import { secretariesText } from './secretaries-text'

/** The committee by its name, as sentences about whose turn it is call it. */
export function useCommittee(): string {
  const t = useText(secretariesText)
  return useSettings().committee_name ?? t('committee')
}
