import { useMemo, useSyncExternalStore } from 'react'

/** Where in the phone build somebody is; kept behind the address's # so that the back key works. */
export type Place = { readonly page: 'home' } | { readonly page: 'task' | 'talk'; readonly id: string }

const PAGES = { tasks: 'task', talks: 'talk' } as const

export function placeOf(hash: string): Place {
  const [, list, id] = /^#\/(tasks|talks)\/([\w-]+)$/.exec(hash) ?? []
  if (id === undefined || (list !== 'tasks' && list !== 'talks')) return { page: 'home' }
  return { page: PAGES[list], id }
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

const hashNow = () => window.location.hash

export function usePlace(): Place {
  const hash = useSyncExternalStore(subscribe, hashNow)
  return useMemo(() => placeOf(hash), [hash])
}
