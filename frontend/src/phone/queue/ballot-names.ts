const BY_CODE = 'ballot#'

/** Under what a ballot by code is kept until it is cast: it belongs to no account, so signing out leaves it. */
export function nameByCode(code: string): string {
  return BY_CODE + code
}

/** The code of a kept ballot; null for whatever else is kept. */
export function codeOfName(name: string): string | null {
  return name.startsWith(BY_CODE) ? name.slice(BY_CODE.length) : null
}
