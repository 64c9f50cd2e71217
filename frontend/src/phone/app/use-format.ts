import { useMemo } from 'react'
import { createFormat, type Format } from '@/shared/format/format'
import { phoneText } from './phone-text'
import { useText } from './use-text'

/** Dates and numbers in the reader's language, at the committee's clock. */
export function useFormat(timeZone: string): Format {
  const { locale } = useText(phoneText)
  return useMemo(() => createFormat(locale, timeZone), [locale, timeZone])
}
