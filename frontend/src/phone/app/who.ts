import { createContext, useContext } from 'react'
import type { Me, PublicSettings } from '@/shared/api/session-types'
import { json, queue, session, store } from './api'
import { orKept } from './or-kept'

/** Who is in front of the phone, and the committee's settings. */
export interface Who {
  readonly me: Me
  readonly settings: PublicSettings
}

const KEPT = 'who'
let presentId: string | null = null
let presentRole: string | null = null
let isConfirmed = false

/** Whose records are made here now; null before anybody has signed in. */
export function presentUserId(): string | null {
  return presentId
}

/** Under what the answers for this person in this role are kept. */
export function keptName(path: string): string {
  return `${presentId} ${presentRole} ${path}`
}

function setPresent(me: Me | null) {
  presentId = me?.id ?? null
  presentRole = me?.assignment?.id ?? null
}

export function hasRole({ assignment, otp_setup_required, must_change_password }: Me): boolean {
  return assignment !== null && !otp_setup_required && !must_change_password
}

export function mayServe(me: Me): boolean {
  return hasRole(me) && me.person_id !== null && me.permissions.includes('volunteering.serve')
}

export function mayTakeAttendance(me: Me): boolean {
  return hasRole(me) && me.permissions.includes('attendance.take')
}

async function askWho(signal: AbortSignal): Promise<Who | null> {
  if ((await session.restore()).state !== 'signed_in') return null
  const [me, settings] = await Promise.all([
    json.get<Me>('/api/v1/me', { signal }),
    json.get<PublicSettings>('/api/v1/public/settings', { signal }),
  ])
  const who = { me, settings }
  await (await store).keep(KEPT, who)
  setPresent(me)
  isConfirmed = true
  // Only now is it certain as whom the records would be sent.
  const sendsAs = mayServe(me) || mayTakeAttendance(me) ? me.id : null
  void queue.speakAs(sendsAs)
  return who
}

/** Who was here last, as long as the session may still be theirs. */
async function whoWasHere(): Promise<Who | undefined> {
  const who = (await (await store).kept(KEPT)) as Who | undefined
  const { state, assignmentId } = session.snapshot()
  return state === 'starting' || who?.me.assignment?.id === assignmentId ? who : undefined
}

/** Who is here: from the server, or, without a network, who was here last. Null: nobody is signed in. */
export async function enter(signal: AbortSignal): Promise<Who | null> {
  const who = await orKept(askWho(signal), whoWasHere())
  setPresent(who?.me ?? null)
  return who
}

/** After a start without a network: makes sure who it is, so that what waits can be sent. */
export async function confirmWho(): Promise<void> {
  if (!isConfirmed && presentId !== null) await askWho(new AbortController().signal)
}

/** Nobody is signed in any more. */
export function leave(): void {
  setPresent(null)
  isConfirmed = false
  void queue.speakAs(null)
}

const WhoContext = createContext<Who | null>(null)

export const WhoProvider = WhoContext.Provider

export function useWho(): Who {
  const who = useContext(WhoContext)
  if (who === null) throw new Error('This page is shown to somebody who is signed in')
  return who
}
