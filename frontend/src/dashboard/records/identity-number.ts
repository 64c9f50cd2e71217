export type IdentityFault = 'length' | 'character' | 'birth_date' | 'check_digit'

interface Stated {
  /** `YYYY-MM-DD`. */
  readonly birthOn: string
  readonly sex: 'male' | 'female'
}

const LENGTH = 18
const CHECK_PLACES = '10X98765432'

/** Half-width digits and a capital X, without blanks: what people type into the field. */
export function normaliseIdentityNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll('×', 'X')
    .replace(/[\s'‘’`]/g, '')
    .toUpperCase()
}

/** What is wrong with a citizen's identity number (GB 11643-1999), or null when it is sound. */
export function identityFault(text: string): IdentityFault | null {
  const number = normaliseIdentityNumber(text)
  if (number.length !== LENGTH) return 'length'
  if (!/^\d{17}[\dX]$/.test(number)) return 'character'
  if (!isDay(birthOf(number))) return 'birth_date'
  return checkPlace(number) === number.at(-1) ? null : 'check_digit'
}

/** What a sound number states. */
export function statedBy(text: string): Stated {
  const number = normaliseIdentityNumber(text)
  return { birthOn: birthOf(number), sex: Number(number[16]) % 2 === 1 ? 'male' : 'female' }
}

function birthOf(number: string): string {
  return `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
}

function isDay(day: string): boolean {
  const instant = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day)
}

/** ISO 7064, MOD 11-2: weight 2^(18-i) for the i-th place. */
function checkPlace(number: string): string | undefined {
  const total = [...number.slice(0, -1)].reduce(
    (sum, digit, index) => sum + Number(digit) * (2 ** (LENGTH - 1 - index) % 11),
    0,
  )
  return CHECK_PLACES[total % 11]
}
