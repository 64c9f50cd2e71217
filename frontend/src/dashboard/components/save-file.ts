import type { NamedFile } from '@/shared/api/json'

/** Hands a file to the browser, as if its link had been followed. */
export function saveFile({ name, content }: NamedFile): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
