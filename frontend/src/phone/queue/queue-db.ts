import { type DBSchema, openDB } from 'idb'
import type { QueueRow } from './queue-row'

/** What must survive the page: the records on their way, and the last answers to show without a network. */
export interface PhoneStore {
  /** Adds a row under the next number of this device; on the disk when the promise is fulfilled. */
  add(row: Omit<QueueRow, 'deviceSeq'>): Promise<QueueRow>
  put(row: QueueRow): Promise<void>
  remove(id: string): Promise<void>
  rows(): Promise<readonly QueueRow[]>
  kept(name: string): Promise<unknown>
  keep(name: string, value: unknown): Promise<void>
  /** Forgets what was kept, never a row. */
  forget(names: readonly string[]): Promise<void>
  keptNames(): Promise<readonly string[]>
  readonly isDurable: boolean
}

interface PhoneSchema extends DBSchema {
  rows: { key: string; value: QueueRow }
  kept: { key: string; value: unknown }
}

const SEQ = 'device_seq'
const DURABLE = { durability: 'strict' } as const

const PATIENCE_MS = 3000

/**
 * Some webviews have no IndexedDB, private windows refuse it, and some never answer: then the page's memory has
 * to do.
 */
export async function openPhoneStore(name = 'gongwei.phone'): Promise<PhoneStore> {
  const late = new Promise<PhoneStore>((resolve) => {
    setTimeout(() => resolve(createMemoryStore()), PATIENCE_MS)
  })
  return Promise.race([openIndexedStore(name).catch(createMemoryStore), late])
}

async function openIndexedStore(name: string): Promise<PhoneStore> {
  const db = await openDB<PhoneSchema>(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('rows', { keyPath: 'id' })
      fresh.createObjectStore('kept')
    },
  })
  return {
    isDurable: true,
    async add(row) {
      const writing = db.transaction(['rows', 'kept'], 'readwrite', DURABLE)
      const deviceSeq = Number((await writing.objectStore('kept').get(SEQ)) ?? 0) + 1
      const numbered = { ...row, deviceSeq }
      await Promise.all([
        writing.objectStore('kept').put(deviceSeq, SEQ),
        writing.objectStore('rows').add(numbered),
        writing.done,
      ])
      return numbered
    },
    async put(row) {
      const writing = db.transaction('rows', 'readwrite', DURABLE)
      await Promise.all([writing.store.put(row), writing.done])
    },
    remove: (id) => db.delete('rows', id),
    rows: () => db.getAll('rows'),
    kept: (key) => db.get('kept', key),
    async keep(key, value) {
      await db.put('kept', value, key)
    },
    async forget(names) {
      const writing = db.transaction('kept', 'readwrite')
      await Promise.all([...names.map((key) => writing.store.delete(key)), writing.done])
    },
    keptNames: async () => (await db.getAllKeys('kept')).filter((key) => key !== SEQ),
  }
}

export function createMemoryStore(): PhoneStore {
  const rows = new Map<string, QueueRow>()
  const kept = new Map<string, unknown>()
  let deviceSeq = 0
  return {
    isDurable: false,
    async add(row) {
      deviceSeq += 1
      const numbered = { ...row, deviceSeq }
      rows.set(row.id, numbered)
      return numbered
    },
    async put(row) {
      rows.set(row.id, row)
    },
    async remove(id) {
      rows.delete(id)
    },
    rows: async () => [...rows.values()],
    kept: async (name) => kept.get(name),
    async keep(name, value) {
      kept.set(name, value)
    },
    async forget(names) {
      for (const name of names) kept.delete(name)
    },
    keptNames: async () => [...kept.keys()],
  }
}
