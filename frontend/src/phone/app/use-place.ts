import { useMemo, useSyncExternalStore } from 'react'

const PAGES_OF_ONE = {
  tasks: 'task',
  talks: 'talk',
  activities: 'activity',
  hours: 'hours_entry',
  lead: 'lead',
  ballots: 'ballot',
} as const
const PAGES = {
  code: 'code',
  activities: 'activities',
  hours: 'hours',
  certificates: 'certificates',
  records: 'records',
  teams: 'teams',
} as const
const LED = { screen: 'screen', scan: 'lead_scan', list: 'roster' } as const
const PUBLIC = { certificate: 'certificate_check', confirm: 'confirmation' } as const

type Values<T> = T[keyof T]
export type PlainPage = Values<typeof PAGES>
export type PublicPage = Values<typeof PUBLIC>
export type LedPage = Values<typeof LED>

/** Where in the phone build somebody is; kept behind the address's # so that the back key works. */
export type Place =
  | { readonly page: 'home' | PlainPage }
  | { readonly page: Values<typeof PAGES_OF_ONE>; readonly id: string }
  | { readonly page: 'scan'; readonly kind: 'entry' | 'exit' }
  | { readonly page: LedPage; readonly id: string; readonly shiftId: string }
  | { readonly page: PublicPage; readonly code: string }
  | { readonly page: 'ballot_by_code'; readonly code: string | null }

const HOME: Place = { page: 'home' }

/** A ballot has an address of its own, short enough to be typed from its slip: `/m/ballot`. */
const BALLOT = /\/ballot\/?$/

export function placeOf(hash: string, path = ''): Place {
  if (BALLOT.test(path)) return { page: 'ballot_by_code', code: hash.slice(1) || null }
  return (
    publicPlace(hash) ?? ledPlace(hash) ?? scanPlace(hash) ?? placeOfOne(hash) ?? plainPlace(hash) ?? HOME
  )
}

function publicPlace(hash: string): Place | null {
  const [, name, code] = /^#(certificate|confirm)=([\w.~-]{1,200})$/.exec(hash) ?? []
  return code !== undefined && isNameIn(PUBLIC, name) ? { page: PUBLIC[name], code } : null
}

function ledPlace(hash: string): Place | null {
  const [, id, name, shiftId] = /^#\/lead\/([\w-]+)\/(screen|scan|list)\/([\w-]+)$/.exec(hash) ?? []
  if (id === undefined || shiftId === undefined || !isNameIn(LED, name)) return null
  return { page: LED[name], id, shiftId }
}

function scanPlace(hash: string): Place | null {
  const kind = /^#\/scan\/(entry|exit)$/.exec(hash)?.[1]
  return kind === 'entry' || kind === 'exit' ? { page: 'scan', kind } : null
}

function placeOfOne(hash: string): Place | null {
  const [, list, id] = /^#\/(\w+)\/([\w-]+)$/.exec(hash) ?? []
  return id !== undefined && isNameIn(PAGES_OF_ONE, list) ? { page: PAGES_OF_ONE[list], id } : null
}

function plainPlace(hash: string): Place | null {
  const name = /^#\/(\w+)$/.exec(hash)?.[1]
  return isNameIn(PAGES, name) ? { page: PAGES[name] } : null
}

function isNameIn<T extends object>(table: T, name: string | undefined): name is string & keyof T {
  return name !== undefined && Object.keys(table).includes(name)
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

/** To another place, without a way back to this one. */
export function moveTo(hash: string): void {
  window.history.replaceState(null, '', hash)
  window.dispatchEvent(new HashChangeEvent('hashchange'))
}

const hashNow = () => window.location.hash

export function usePlace(): Place {
  const hash = useSyncExternalStore(subscribe, hashNow)
  return useMemo(() => placeOf(hash, window.location.pathname), [hash])
}
