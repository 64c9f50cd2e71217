const RESULT = 'a[data-result]'

/** Moves the focus to the first result, or on from the one that has it; false when there is none there. */
export function focusResult(to: 'first' | 'next' | 'previous'): boolean {
  const results = [...document.querySelectorAll<HTMLElement>(RESULT)]
  const at = results.findIndex((result) => result.matches(':focus'))
  const wanted = to === 'first' ? results[0] : results[at + (to === 'next' ? 1 : -1)]
  wanted?.focus()
  return wanted !== undefined
}
