import type { MemberChangeIn, MemberIn, MemberOut } from '@/shared/api/schema.gen'

type Precision = MemberOut['joined_precision']

/** What the form holds; an empty field is undefined. */
export interface MemberFormValues {
  readonly organisation_id?: string
  readonly group_id?: string
  readonly member_since?: string
  readonly name: string
  readonly sex?: 'male' | 'female'
  readonly nationality?: string
  readonly education?: string
  readonly birth_on?: string
  readonly identity_number?: string
  readonly phone?: string
  readonly joined_on?: string
  readonly joined_precision: Precision
  readonly full_on?: string
  readonly standing: MemberOut['standing']
  readonly service: MemberOut['service']
}

const CLEARABLE = ['sex', 'nationality', 'education', 'birth_on', 'joined_on', 'full_on'] as const
const NEVER_EMPTY = ['name', 'joined_precision', 'standing', 'service'] as const
const NUMBERS = ['identity_number', 'phone'] as const

/** Numbers stay empty: the page knows them masked only. */
export function valuesOf(member: MemberOut): MemberFormValues {
  const { name, joined_precision, standing, service } = member
  const known = CLEARABLE.filter((field) => member[field] !== null).map((field) => [field, member[field]])
  return { name, joined_precision, standing, service, ...Object.fromEntries(known) }
}

/** A new member; null when no branch was chosen. */
export function entryOf(values: MemberFormValues): MemberIn | null {
  const { organisation_id, ...others } = values
  return organisation_id === undefined ? null : { organisation_id, ...withoutEmpty(others) }
}

/** Only what differs from the member: an emptied field is cleared, an empty number stays as it is. */
export function changeOf(values: MemberFormValues, member: MemberOut): MemberChangeIn {
  const change: Record<string, string | null> = {}
  for (const field of CLEARABLE) {
    const value = values[field] ?? null
    if (value !== member[field]) change[field] = value
  }
  for (const field of NEVER_EMPTY) {
    if (values[field] !== member[field]) change[field] = values[field]
  }
  for (const field of NUMBERS) {
    const typed = values[field]?.trim()
    if (typed) change[field] = typed
  }
  return change
}

function withoutEmpty<Values extends object>(values: Values): Values {
  const copy = { ...values }
  for (const [field, value] of Object.entries(copy)) {
    if (value === '' || value === undefined || value === null) Reflect.deleteProperty(copy, field)
  }
  return copy
}
