import { ApiError } from '@/shared/api/problem'
import type { BallotIn, BallotOut } from '@/shared/api/schema.gen'
import { castFailure } from '@/shared/ballot/cast-failure'
import { fitting, type Sheets } from '@/shared/ballot/sheet'
import { store } from '../../app/api'
import { codeOfName } from '../../queue/ballot-names'
import { type BallotSource, sourceByCode } from './ballot-source'

/** Which face of the ballot is open: its first, somebody's by place, or the review. */
export type Face = 'start' | 'review' | number

/** A ballot on its way: what the phone holds until the server has it. */
export interface KeptBallot {
  readonly ballot: BallotOut
  readonly sheets: Sheets
  readonly face: Face
  /** What is sent, from the first try on: it is never another. */
  readonly sealed: BallotIn | null
}

export async function keepBallot(name: string, kept: KeptBallot): Promise<void> {
  await (await store).keep(name, kept)
}

export async function forgetBallot(name: string): Promise<void> {
  await (await store).forget([name])
}

async function keptBallot(name: string): Promise<KeptBallot | undefined> {
  return (await (await store).kept(name)) as KeptBallot | undefined
}

/** The ballot as it stands here and now: what was begun goes on, also without a network. */
export async function openBallot(source: BallotSource, signal: AbortSignal): Promise<KeptBallot> {
  const kept = await keptBallot(source.name)
  if (kept !== undefined && kept.sealed !== null) return kept
  try {
    const ballot = await source.get(signal)
    if (ballot.state === 'used' || ballot.state === 'voided') await forgetBallot(source.name)
    const { sheets = {}, face = 'start' } = kept ?? {}
    const opened = { ballot, sheets: fitting(ballot, sheets), face: faceOn(ballot, face), sealed: null }
    if (ballot.state === 'open') await keepBallot(source.name, opened)
    return opened
  } catch (error) {
    if (kept !== undefined && error instanceof ApiError && error.retryable) return kept
    throw error
  }
}

function faceOn({ participants }: BallotOut, face: Face): Face {
  return typeof face === 'number' && face >= participants.length ? 'review' : face
}

/** The code of a ballot that was begun on this phone and is not sealed. */
export async function begunCode(): Promise<string | null> {
  const opened = await store
  for (const name of await opened.keptNames()) {
    const code = codeOfName(name)
    if (code !== null && (await keptBallot(name))?.sealed === null) return code
  }
  return null
}

/** Sends what is sealed, and forgets it once the server has answered for good. */
export async function castBallot(source: BallotSource, sealed: BallotIn): Promise<void> {
  try {
    await source.cast(sealed)
  } catch (error) {
    if (castFailure(error) === 'over') await forgetBallot(source.name)
    throw error
  }
  await forgetBallot(source.name)
}

/** Ballots by code that were sealed here and did not get through: sent while another one is filled in. */
export async function sendSealed(except: string | null): Promise<void> {
  const opened = await store
  for (const name of await opened.keptNames()) {
    const code = codeOfName(name)
    const sealed = code === null ? null : (await keptBallot(name))?.sealed
    if (code === null || code === except || !sealed) continue
    await castBallot(sourceByCode(code), sealed).catch(() => null)
  }
}
