const PATTERNS = { right: [60], wrong: [80, 60, 80] } as const

/** A short sign to the hand, where the phone has one. */
export function vibrate(what: keyof typeof PATTERNS): void {
  // Browsers refuse it, and complain, before the first tap.
  const isTapped = navigator.userActivation?.hasBeenActive !== false
  if (isTapped && typeof navigator.vibrate === 'function') navigator.vibrate([...PATTERNS[what]])
}
