import { ifMatch } from '@/shared/api/client'
import { http } from '../../app/api'

/** Changes the record at `path` as it was read; 412 when somebody was faster. */
export async function patchRecord<Body>(
  path: string,
  record: { readonly version: number },
  change: Readonly<Record<string, unknown>>,
): Promise<Body> {
  const response = await http(
    new Request(window.location.origin + path, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json', ...ifMatch(record) },
      body: JSON.stringify(change),
    }),
  )
  return response.json()
}

export async function deleteRecord(path: string): Promise<void> {
  await http(new Request(window.location.origin + path, { method: 'DELETE' }))
}
