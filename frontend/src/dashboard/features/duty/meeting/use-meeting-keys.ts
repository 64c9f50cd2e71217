import { useEffect, useRef } from 'react'

interface MeetingKeys {
  readonly onPrevious: () => void
  readonly onNext: () => void
}

/** Page keys go from one to the next, also while a comment is being typed: they move no caret in one line. */
export function useMeetingKeys(keys: MeetingKeys) {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'PageDown' && event.key !== 'PageUp') return
      event.preventDefault()
      if (event.key === 'PageDown') latest.current.onNext()
      else latest.current.onPrevious()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
