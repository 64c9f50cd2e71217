import { useCallback, useSyncExternalStore } from 'react'

/** As wide as a phone: one column, no tables. The style sheets know the same width. */
export const PHONE_WIDE = '(max-width: 767px)'

/** Whether a media query holds now. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches)
}
