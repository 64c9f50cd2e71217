import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  createAutosave,
  type Kept,
  type Parts,
  type Stored,
} from '@/dashboard/features/duty/reports/autosave'
import { ApiError } from '@/shared/api/problem'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const BASE: Stored = { version: 1, savedAt: '2026-11-26T06:32:00Z', parts: { duties: ['一'], plans: ['甲'] } }
const refusal = (status: number) => new ApiError({ status, code: status === 0 ? 'network' : 'refused' })

/** A server that keeps what it gets, and a browser that keeps what the server has not got. */
function begin(kept: Kept | null = null) {
  const server = { stored: BASE, failure: null as ApiError | null, sent: [] as Parts[] }
  const browser = { kept, adopted: [] as Parts[] }
  const autosave = createAutosave({
    stored: BASE,
    send: async (version, changed) => {
      server.sent.push(changed)
      if (server.failure !== null) throw server.failure
      if (version !== server.stored.version) throw refusal(412)
      const parts = { ...server.stored.parts, ...changed }
      server.stored = { version: version + 1, savedAt: '2026-11-26T06:40:00Z', parts }
      return server.stored
    },
    readLatest: async () => server.stored,
    join: (theirs, mine) => [...(theirs as string[]), ...(mine as string[])],
    onAdopt: (parts) => browser.adopted.push(parts),
    keep: {
      read: () => browser.kept,
      write: (next) => {
        browser.kept = next
      },
      forget: () => {
        browser.kept = null
      },
    },
  })
  return { server, browser, autosave }
}

const settle = () => vi.advanceTimersByTimeAsync(2000)

test('what is written is sent a moment later, the changed part alone', async () => {
  const { server, browser, autosave } = begin()
  autosave.write({ duties: ['一', '二'] })
  expect(autosave.snapshot().state).toEqual({ kind: 'unsaved' })
  expect(browser.kept?.parts).toEqual({ duties: ['一', '二'], plans: ['甲'] })
  await settle()
  expect(server.sent).toEqual([{ duties: ['一', '二'] }])
  expect(autosave.snapshot()).toMatchObject({ state: { kind: 'saved' }, savedAt: '2026-11-26T06:40:00Z' })
  expect(browser.kept).toBeNull()
})

test('taking a change back sends nothing', async () => {
  const { server, autosave } = begin()
  autosave.write({ duties: ['二'] })
  autosave.write({ duties: ['一'] })
  await settle()
  expect(server.sent).toEqual([])
  expect(autosave.snapshot().state).toEqual({ kind: 'saved' })
})

test('without a network it is kept, and sent once it is back', async () => {
  const { server, browser, autosave } = begin()
  server.failure = refusal(0)
  autosave.write({ duties: ['二'] })
  await settle()
  expect(autosave.snapshot().state).toEqual({ kind: 'offline' })
  expect(browser.kept?.parts).toMatchObject({ duties: ['二'] })
  server.failure = null
  await vi.advanceTimersByTimeAsync(10_000)
  expect(autosave.snapshot().state).toEqual({ kind: 'saved' })
  expect(server.stored.parts).toMatchObject({ duties: ['二'] })
})

test('after the session has ended it waits for somebody to sign in', async () => {
  const { server, autosave } = begin()
  server.failure = refusal(401)
  autosave.write({ duties: ['二'] })
  await settle()
  expect(autosave.snapshot().state).toEqual({ kind: 'signed_out' })
  server.failure = null
  expect(await autosave.flush()).toBe(true)
})

test('somebody else’s other parts are taken in, and one’s own are saved', async () => {
  const { server, browser, autosave } = begin()
  server.stored = { version: 2, savedAt: '', parts: { duties: ['一'], plans: ['乙'] } }
  autosave.write({ duties: ['二'] })
  await settle()
  expect(browser.adopted).toContainEqual({ plans: ['乙'] })
  expect(server.stored.parts).toEqual({ duties: ['二'], plans: ['乙'] })
  expect(autosave.snapshot()).toMatchObject({ state: { kind: 'saved' }, hasMerged: true })
})

test('the same part written by two waits for a choice; both can stay', async () => {
  const { server, browser, autosave } = begin()
  server.stored = { version: 2, savedAt: '', parts: { duties: ['她'], plans: ['甲'] } }
  autosave.write({ duties: ['我'] })
  await settle()
  expect(autosave.snapshot().state).toEqual({ kind: 'conflict', parts: ['duties'] })
  expect(autosave.theirs()).toMatchObject({ duties: ['她'] })
  autosave.write({ duties: ['我', '们'] })
  await settle()
  expect(server.stored.version).toBe(2)
  autosave.resolve('both')
  await settle()
  expect(browser.adopted.at(-1)).toEqual({ duties: ['她', '我', '们'] })
  expect(server.stored).toMatchObject({ version: 3, parts: { duties: ['她', '我', '们'] } })
})

test('or one’s own stands', async () => {
  const { server, autosave } = begin()
  server.stored = { version: 2, savedAt: '', parts: { duties: ['她'], plans: ['甲'] } }
  autosave.write({ duties: ['我'] })
  await settle()
  autosave.resolve('mine')
  await settle()
  expect(server.stored.parts).toEqual({ duties: ['我'], plans: ['甲'] })
})

test('a refusal leaves the text where it is', async () => {
  const { server, browser, autosave } = begin()
  server.failure = refusal(409)
  autosave.write({ duties: ['二'] })
  await settle()
  expect(autosave.snapshot().state).toMatchObject({ kind: 'failed' })
  expect(browser.kept?.parts).toMatchObject({ duties: ['二'] })
  expect(await autosave.flush()).toBe(false)
})

test('what an earlier visit could not send is brought back', () => {
  const kept = { base: BASE, parts: { duties: ['未存'], plans: ['甲'] }, at: '2026-11-26T05:00:00Z' }
  const { autosave } = begin(kept)
  autosave.restore()
  expect(autosave.parts()).toEqual({ duties: ['未存'], plans: ['甲'] })
  expect(autosave.snapshot()).toMatchObject({ state: { kind: 'unsaved' }, restoredAt: kept.at })
})

test('brought back beside what was saved since', () => {
  const older = { ...BASE, version: 0, parts: { duties: ['一'], plans: ['旧'] } }
  const { autosave } = begin({ base: older, parts: { duties: ['未存'], plans: ['旧'] }, at: '' })
  autosave.restore()
  expect(autosave.parts()).toEqual({ duties: ['未存'], plans: ['甲'] })
})
