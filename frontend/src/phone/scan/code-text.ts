export type ScannedCode =
  | { readonly kind: 'shift'; readonly code: string; readonly shiftId: string; readonly step: number }
  | { readonly kind: 'personal'; readonly code: string; readonly personId: string }

const SHIFT = /^G1\.([\w-]{22})\.(\d{1,12})\.[\w-]{22}$/
const PERSONAL = /^GP1\.([\w-]{22})\.\d{1,9}\.[\w-]{22}$/
export const STEP_SECONDS = 20

/** What a QR code says: a shift's rotating code, bare or behind the phone page's address, or a personal code. */
export function scannedCode(text: string): ScannedCode | null {
  const trimmed = text.trim()
  const bare = /#c=(G1\.[\w.-]+)$/.exec(trimmed)?.[1] ?? trimmed
  const [, shift, step] = SHIFT.exec(bare) ?? []
  if (shift !== undefined) return { kind: 'shift', code: bare, shiftId: uuidOf(shift), step: Number(step) }
  const [, person] = PERSONAL.exec(bare) ?? []
  return person === undefined ? null : { kind: 'personal', code: bare, personId: uuidOf(person) }
}

/** 16 bytes in base64url → the UUID that they are. */
export function uuidOf(base64url: string): string {
  const binary = atob(`${base64url.replaceAll('-', '+').replaceAll('_', '/')}==`)
  const hex = Array.from(binary, (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** The moment at which the server began to show the code: the code brings its own trusted time. */
export function shownAt(step: number): string {
  return new Date(step * STEP_SECONDS * 1000).toISOString()
}
