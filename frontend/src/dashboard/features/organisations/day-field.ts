import dayjs, { type Dayjs } from 'dayjs'
import { useLocale } from '../../app/locale'

const STORED = 'YYYY-MM-DD'

/** For a `Form.Item` around a `DatePicker`: the form holds `YYYY-MM-DD`, so that no time zone can move a day. */
export const DAY_FIELD = {
  getValueProps: (on: string | null | undefined) => ({ value: on ? dayjs(on, STORED) : null }),
  getValueFromEvent: (day: Dayjs | null) => day?.format(STORED) ?? null,
} as const

/** How a day is shown; typed as `2026-11-22` just as well. */
export function useDayFormat(): string[] {
  return useLocale() === 'zh-CN' ? ['YYYY年M月D日', STORED] : ['MMM D, YYYY', STORED]
}
