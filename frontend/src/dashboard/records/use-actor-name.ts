import { defineText } from '@/shared/i18n/translate'
import { useText } from '../i18n/use-text'

/** What the server writes for itself, in both languages at once since the log has no reader yet. */
const SYSTEM = '系统 System'

const actorText = defineText({ system: { zh: '系统', en: 'System' } })

/** Who acted, as the log has it: a person's name, or the program itself. */
export function useActorName(): (label: string) => string {
  const t = useText(actorText)
  return (label) => (label === SYSTEM ? t('system') : label)
}
