export type Locale = 'zh-CN' | 'en-US'

const STORAGE_KEY = 'gongwei.locale'

export interface LocaleStore {
  get(): Locale
  set(locale: Locale): void
  subscribe(listener: () => void): () => void
}

/** The chosen language, kept across visits. Chinese until somebody chooses otherwise. */
export function createLocaleStore(storage: Pick<Storage, 'getItem' | 'setItem'> | null): LocaleStore {
  const listeners = new Set<() => void>()
  let current: Locale = storage?.getItem(STORAGE_KEY) === 'en-US' ? 'en-US' : 'zh-CN'
  return {
    get: () => current,
    set(locale) {
      current = locale
      storage?.setItem(STORAGE_KEY, locale)
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Storage throws where the browser forbids it (private windows, locked-down webviews). */
export function safeLocalStorage(): Storage | null {
  try {
    return globalThis.localStorage
  } catch {
    return null
  }
}
