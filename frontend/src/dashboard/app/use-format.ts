import { useMemo } from 'react'
import { createFormat, type Format } from '@/shared/format/format'
import { useLocale } from './locale'
import { useSettings } from './settings-query'

export function useFormat(): Format {
  const locale = useLocale()
  const { time_zone } = useSettings()
  return useMemo(() => createFormat(locale, time_zone), [locale, time_zone])
}
