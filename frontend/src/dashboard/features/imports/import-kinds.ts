export const IMPORT_KINDS = ['organisations', 'members', 'secretaries', 'hours'] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]

/** The kind that an address or an input names; members, the one that is imported most, for any other. */
export function kindOf(text: string | undefined): ImportKind {
  return IMPORT_KINDS.find((kind) => kind === text) ?? 'members'
}
