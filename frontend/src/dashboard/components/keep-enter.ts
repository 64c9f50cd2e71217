import type { KeyboardEvent } from 'react'

/** Enter takes what was typed into a picker; it does not also send the form around it. */
export function keepEnter(event: KeyboardEvent) {
  if (event.key === 'Enter') event.preventDefault()
}
