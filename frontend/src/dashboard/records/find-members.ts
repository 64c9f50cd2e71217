import { read } from '@/shared/api/client'
import { ApiError } from '@/shared/api/problem'
import type { MemberOut } from '@/shared/api/schema.gen'
import { api } from '../app/api'
import { identityFault } from './identity-number'

interface MembersWanted {
  readonly q?: string | null
  readonly organisation_id?: string | null
  readonly scope?: 'self' | 'subtree'
  readonly state?: 'active' | 'left'
  readonly limit: number
}

/** Whether an identity number is being typed: no name holds a digit. */
export function isNumber(typed: string): boolean {
  return /^\s*['‘’`]?\d/.test(typed.normalize('NFKC'))
}

/** The member with a whole identity number, asked for in a body: an address is kept in histories. */
export async function lookUpMember(typed: string, signal?: AbortSignal): Promise<MemberOut | null> {
  const body = { identity_number: typed }
  try {
    return await read(api.POST('/api/v1/members/lookup', { body, ...(signal && { signal }) }))
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null
    throw error
  }
}

/** Members for what was typed: a name, or a whole identity number, which never stands in an address. */
export async function findMembers(query: MembersWanted, signal: AbortSignal): Promise<readonly MemberOut[]> {
  const typed = query.q ?? ''
  if (!isNumber(typed)) {
    const found = await read(api.GET('/api/v1/members', { params: { query }, signal }))
    return found.items
  }
  const member = identityFault(typed) === null ? await lookUpMember(typed, signal) : null
  return member !== null && (query.state === undefined || member.state === query.state) ? [member] : []
}
