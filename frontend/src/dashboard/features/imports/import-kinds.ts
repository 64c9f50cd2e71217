import type { ImportKind } from '@/shared/api/schema.gen'

export const IMPORT_KINDS = [
  'organisations',
  'members',
  'secretaries',
  'hours',
  'duty_results',
] as const satisfies readonly ImportKind[]

/** The kind that an address or an input names; members, the one that is imported most, for any other. */
export function kindOf(text: string | undefined): ImportKind {
  return IMPORT_KINDS.find((kind) => kind === text) ?? 'members'
}
