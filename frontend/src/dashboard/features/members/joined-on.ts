import type { MemberOut } from '@/shared/api/schema.gen'
import { type Format, NOTHING } from '@/shared/format/format'
import type { Locale } from '@/shared/i18n/locale'

/** The day of joining, or as much of it as the office knows: 2006年7月 for one that is exact to the month. */
export function joinedOn(
  { joined_on, joined_precision }: Pick<MemberOut, 'joined_on' | 'joined_precision'>,
  locale: Locale,
  format: Format,
): string {
  if (joined_on === null) return NOTHING
  if (joined_precision === 'day') return format.date(joined_on)
  const isMonth = joined_precision === 'month'
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    year: 'numeric',
    ...(isMonth && { month: locale === 'zh-CN' ? 'long' : 'short' }),
  }).format(new Date(`${joined_on}T00:00:00Z`))
}
