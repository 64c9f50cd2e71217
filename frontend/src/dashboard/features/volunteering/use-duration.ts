import { useText } from '../../i18n/use-text'
import { volunteeringText } from './volunteering-text'

const HOUR = 60

/** Whole minutes in words: 3 小时 12 分. */
export function useDuration(): (minutes: number) => string {
  const t = useText(volunteeringText)
  return (total) => {
    const hours = Math.floor(total / HOUR)
    const minutes = total % HOUR
    if (hours === 0) return t('minutes_only', { minutes })
    return minutes === 0 ? t('hours_only', { hours }) : t('hours_minutes', { hours, minutes })
  }
}
