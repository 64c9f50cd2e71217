import { read } from '@/shared/api/client'
import { api } from '../../../app/api'
import { temporaryPassword } from '../users/temporary-password'
import type { Enrolment } from './enrolment-queries'

/** What is handed to somebody for the first sign-in. */
export interface AccountSlip
  extends Pick<Enrolment, 'id' | 'name' | 'organisation_id' | 'organisation_name'> {
  readonly username: string
  readonly password: string
}

/** Makes an account for somebody on a roster, who has none. */
export async function openAccount({ id, name, ...place }: Enrolment): Promise<AccountSlip> {
  const { organisation_id, organisation_name } = place
  const password = temporaryPassword()
  const body = { person_id: id, display_name: name, organisation_id, password }
  const { username } = await read(api.POST('/api/v1/users', { body }))
  return { id, name, organisation_id, organisation_name, username, password }
}

/** Gives a new temporary password to somebody who has never signed in. */
export async function renewPassword({ id, name, user_id, ...place }: Enrolment): Promise<AccountSlip> {
  const { organisation_id, organisation_name } = place
  const password = temporaryPassword()
  const path = { user_id: user_id ?? '', action: 'reset_password' as const }
  const answer = api.POST('/api/v1/users/{user_id}/actions/{action}', {
    params: { path },
    body: { password },
  })
  const { username } = await read(answer)
  return { id, name, organisation_id, organisation_name, username, password }
}

export interface SlipGroup {
  readonly id: string
  readonly organisation: string
  readonly slips: readonly AccountSlip[]
}

const ORDER = new Intl.Collator('zh-CN', { numeric: true })

/** By organisation, and in each by name, as they are handed out. */
export function groupedSlips(slips: readonly AccountSlip[]): readonly SlipGroup[] {
  const groups = new Map<string, AccountSlip[]>()
  for (const slip of slips) {
    groups.set(slip.organisation_id, [...(groups.get(slip.organisation_id) ?? []), slip])
  }
  return [...groups]
    .map(([id, members]) => ({
      id,
      organisation: members[0]?.organisation_name ?? '',
      slips: members.sort((one, other) => ORDER.compare(one.name, other.name)),
    }))
    .sort((one, other) => ORDER.compare(one.organisation, other.organisation))
}

const BYTE_ORDER_MARK = '\uFEFF'
const FORMULA = /^[=+\-@\t\r]/

/** A table for spreadsheets; no cell of it is taken for a formula. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => row.map(cell).join(','))
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`
}

function cell(text: string): string {
  const plain = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
