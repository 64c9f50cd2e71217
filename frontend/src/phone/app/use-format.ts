import { useMemo } from 'react'
import { createPhoneFormat, type PhoneFormat } from './phone-format'
import { phoneText } from './phone-text'
import { useText } from './use-text'

/** Dates and numbers in the reader's language, at the committee's clock. */
export function useFormat(timeZone: string): PhoneFormat {
  const { locale } = useText(phoneText)
  return useMemo(() => createPhoneFormat(locale, timeZone), [locale, timeZone])
}
