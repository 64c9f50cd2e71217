/** What somebody on a roster lacks that a system administrator can give. */
export const LACKS = ['account', 'sign_in'] as const
export type AccountLack = (typeof LACKS)[number]

export function lackOf(lacking: string | undefined): AccountLack {
  return LACKS.find((each) => each === lacking) ?? 'account'
}
