/** Digits and capitals without 0, 1, I, L and O: 31 of them, as the server issues them. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const LENGTH = 12
const GROUP = 4
const FIRST_WEIGHT = 2

/**
 * What was typed so far: `short` of a whole code, with a character that no code has, `mistyped` by its check
 * character, or a `whole` one.
 */
export type TypedCode =
  | { readonly state: 'short' | 'mistyped' }
  | { readonly state: 'foreign'; readonly sign: string }
  | { readonly state: 'whole'; readonly code: string }

/** Capitals of one width without blanks and hyphens, at most as many as a code has. */
function signsOf(typed: string): string {
  return typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').slice(0, LENGTH)
}

/** As it is printed: `ABCD EFGH JKMN`. */
export function groupedCode(typed: string): string {
  return signsOf(typed).replace(new RegExp(`(.{${GROUP}})(?=.)`, 'g'), '$1 ')
}

export function readTypedCode(typed: string): TypedCode {
  const code = signsOf(typed)
  const foreign = [...code].find((sign) => !ALPHABET.includes(sign))
  if (foreign !== undefined) return { state: 'foreign', sign: foreign }
  if (code.length < LENGTH) return { state: 'short' }
  return isChecked(code) ? { state: 'whole', code } : { state: 'mistyped' }
}

/** The sum of place weight times number is a multiple of 31 when the last, of weight 1, is right. */
function isChecked(code: string): boolean {
  const drawn = [...code.slice(0, -1)]
  const total = drawn.reduce((sum, sign, at) => sum + (at + FIRST_WEIGHT) * ALPHABET.indexOf(sign), 0)
  return (total + ALPHABET.indexOf(code.slice(-1))) % ALPHABET.length === 0
}
