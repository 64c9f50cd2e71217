export const ACCEPTED = '.xlsx,.xls,.csv'

const MEGABYTE = 1024 * 1024
const LARGEST = 20 * MEGABYTE

/** How many megabytes a file has if that is too many, told before it is sent; null otherwise. */
export function tooManyMegabytes({ size }: File): number | null {
  return size > LARGEST ? Math.ceil(size / MEGABYTE) : null
}
