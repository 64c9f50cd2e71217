let isAsked = false

/** Asks the browser once to keep what is stored here; some do without asking the user. */
export function askToPersist(): void {
  if (isAsked || typeof navigator.storage?.persist !== 'function') return
  isAsked = true
  void navigator.storage.persist().catch(() => false)
}
