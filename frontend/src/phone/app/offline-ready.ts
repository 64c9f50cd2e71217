import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url'
import { isKeptOffline } from '../device/kept-offline'

const DECODER = 'decoder'
const TAKE_OVER = 'take-over'
const listeners = new Set<() => void>()
let waiting: ServiceWorker | null = null

/** A new release that waits until the user takes it. */
export const update = {
  snapshot: () => waiting !== null,
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
  take(): void {
    navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload())
    waiting?.postMessage(TAKE_OVER)
  },
}

function setWaiting(worker: ServiceWorker | null) {
  waiting = worker
  for (const listener of listeners) listener()
}

/** Makes the page work without a network from the first visit on, where the browser lets it. */
export async function makeOfflineReady(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  try {
    const registration = await navigator.serviceWorker.register(`${import.meta.env.BASE_URL}sw.js`)
    watchForUpdate(registration)
    await navigator.serviceWorker.ready
    await keepDecoder()
  } catch {
    // A webview that forbids it: the page says to stay open until everything is sent.
  }
}

function watchForUpdate(registration: ServiceWorkerRegistration) {
  if (registration.waiting !== null && isKeptOffline()) setWaiting(registration.waiting)
  registration.addEventListener('updatefound', () => {
    const found = registration.installing
    found?.addEventListener('statechange', () => {
      // The first worker ever is no update.
      if (found.state === 'installed' && isKeptOffline()) setWaiting(found)
    })
  })
}

interface Saver {
  readonly connection?: { readonly saveData?: boolean }
}

/**
 * Puts the reader of codes into the cache from here: `ready` comes before the worker controls the page, so a
 * request that is meant to fill its cache would pass it by.
 */
async function keepDecoder(): Promise<void> {
  const { connection }: Navigator & Saver = navigator
  if (connection?.saveData === true) return
  const cache = await caches.open(DECODER)
  const address = new URL(wasmUrl, window.location.href).href
  const known = await cache.keys()
  if (!known.some(({ url }) => url === address)) await cache.add(address)
  for (const request of known) if (request.url !== address) await cache.delete(request)
}
