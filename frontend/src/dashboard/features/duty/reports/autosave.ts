import { ApiError } from '@/shared/api/problem'

/** What is saved, in parts that are sent one by one: each is JSON. */
export type Parts = Readonly<Record<string, unknown>>

export interface Stored {
  readonly version: number
  readonly savedAt: string
  readonly parts: Parts
}

/** What this browser keeps while the server has not got it. */
export interface Kept {
  readonly base: Stored
  readonly parts: Parts
  readonly at: string
}

export type SaveState =
  | { readonly kind: 'saved' | 'unsaved' | 'saving' | 'offline' | 'signed_out' }
  | { readonly kind: 'failed'; readonly error: unknown }
  /** Somebody else wrote in the same parts: theirs wait for a choice. */
  | { readonly kind: 'conflict'; readonly parts: readonly string[] }

export interface SaveSnapshot {
  readonly state: SaveState
  readonly savedAt: string
  /** Somebody else's changes were taken in. */
  readonly hasMerged: boolean
  /** When what this browser kept was written; null unless it was brought back. */
  readonly restoredAt: string | null
}

interface AutosaveOptions {
  readonly stored: Stored
  readonly send: (version: number, changed: Parts) => Promise<Stored>
  readonly readLatest: () => Promise<Stored>
  /** Two versions of one part, both kept. */
  readonly join: (theirs: unknown, mine: unknown) => unknown
  /** Parts that did not come from the writer: they are to be shown. */
  readonly onAdopt: (parts: Parts) => void
  readonly keep: { read(): Kept | null; write(kept: Kept): void; forget(): void }
  readonly delay?: number
  readonly retryEvery?: number
}

const AFTER_TYPING = 1200
const AGAIN_AFTER = 10_000

/**
 * Saves what is written a moment after it was written, and never loses any of it: what could not be sent stays in
 * this browser until it can be; what somebody else saved meanwhile is taken in beside it.
 */
export function createAutosave(options: AutosaveOptions) {
  const { send, readLatest, join, onAdopt, keep, delay = AFTER_TYPING, retryEvery = AGAIN_AFTER } = options
  const listeners = new Set<() => void>()
  let base = options.stored
  let mine: Parts = base.parts
  let theirs: Stored | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | null = null
  let snapshot: SaveSnapshot = {
    state: { kind: 'saved' },
    savedAt: base.savedAt,
    hasMerged: false,
    restoredAt: null,
  }

  const tell = (change: Partial<SaveSnapshot>) => {
    snapshot = { ...snapshot, ...change }
    for (const listener of listeners) listener()
  }
  const changed = () => differing(mine, base.parts)
  const later = (after: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), after)
  }
  const adopt = (parts: Parts) => {
    mine = { ...mine, ...parts }
    onAdopt(parts)
  }

  const meet = (latest: Stored) => {
    const others = differing(latest.parts, base.parts)
    const own = new Set(changed())
    const both = others.filter((name) => own.has(name) && !isSame(latest.parts[name], mine[name]))
    adopt(
      picked(
        latest.parts,
        others.filter((name) => !own.has(name)),
      ),
    )
    if (both.length > 0) {
      theirs = latest
      tell({ state: { kind: 'conflict', parts: both } })
      return
    }
    base = latest
    tell({ hasMerged: true })
  }

  const refused = async (error: unknown) => {
    if (!(error instanceof ApiError)) return tell({ state: { kind: 'failed', error } })
    if (error.status === 412) return meetLatest()
    if (error.status === 401) return tell({ state: { kind: 'signed_out' } })
    tell({ state: error.status === 0 ? { kind: 'offline' } : { kind: 'failed', error } })
    if (error.retryable) later(retryEvery)
  }
  const meetLatest = async () => {
    try {
      meet(await readLatest())
      if (theirs === null) later(0)
    } catch (error) {
      tell({ state: { kind: 'failed', error } })
    }
  }

  const saveOnce = async () => {
    const names = changed()
    if (names.length === 0 || theirs !== null) return
    tell({ state: { kind: 'saving' } })
    const sent = picked(mine, names)
    try {
      const { version, savedAt } = await send(base.version, sent)
      base = { version, savedAt, parts: { ...base.parts, ...sent } }
      const isAll = changed().length === 0
      if (isAll) keep.forget()
      tell({ state: { kind: isAll ? 'saved' : 'unsaved' }, savedAt })
    } catch (error) {
      await refused(error)
    }
  }

  /** Sends what is not sent yet; true when the server has everything. */
  const flush = async (): Promise<boolean> => {
    clearTimeout(timer)
    while (running !== null) await running
    running = saveOnce().finally(() => {
      running = null
    })
    await running
    if (snapshot.state.kind === 'unsaved') later(delay)
    return changed().length === 0
  }

  const write = (parts: Parts) => {
    mine = { ...mine, ...parts }
    if (changed().length === 0) {
      clearTimeout(timer)
      keep.forget()
      if (snapshot.state.kind === 'unsaved') tell({ state: { kind: 'saved' } })
      return
    }
    keep.write({ base, parts: mine, at: new Date().toISOString() })
    if (theirs !== null) return
    if (snapshot.state.kind !== 'saving') tell({ state: { kind: 'unsaved' } })
    later(delay)
  }

  /** Both versions one after the other, or one's own alone. */
  const resolve = (choice: 'both' | 'mine') => {
    if (theirs === null || snapshot.state.kind !== 'conflict') return
    const { parts } = snapshot.state
    const latest = theirs
    if (choice === 'both') {
      adopt(Object.fromEntries(parts.map((name) => [name, join(latest.parts[name], mine[name])])))
    }
    base = latest
    theirs = null
    tell({ state: { kind: 'unsaved' } })
    void flush()
  }

  /** What an earlier visit could not send is brought back, beside what was saved since; before anything is shown. */
  const restore = () => {
    const kept = keep.read()
    if (kept === null) return
    const latest = base
    base = kept.base
    mine = kept.parts
    if (differing(mine, latest.parts).length === 0 || changed().length === 0) {
      base = latest
      mine = latest.parts
      keep.forget()
      return
    }
    tell({ state: { kind: 'unsaved' }, restoredAt: kept.at })
    if (kept.base.version === latest.version) base = latest
    else meet(latest)
  }

  return {
    snapshot: () => snapshot,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    write,
    flush,
    resolve,
    restore,
    /** The other version of the parts in conflict. */
    theirs: () => theirs?.parts ?? {},
    parts: () => mine,
  }
}

export type Autosave = ReturnType<typeof createAutosave>

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function differing(parts: Parts, from: Parts): string[] {
  return Object.keys(parts).filter((name) => !isSame(parts[name], from[name]))
}

function picked(parts: Parts, names: readonly string[]): Parts {
  return Object.fromEntries(names.map((name) => [name, parts[name]]))
}
