/** Whether this page would open without a network. */
export function isKeptOffline(): boolean {
  return Boolean(navigator.serviceWorker?.controller)
}
