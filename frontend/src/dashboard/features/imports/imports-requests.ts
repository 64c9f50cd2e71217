import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ifMatch, read } from '@/shared/api/client'
import type { ImportAction, ImportChangeIn, ImportKind, ImportOut } from '@/shared/api/schema.gen'
import { api, http } from '../../app/api'
import { carriedMapping, changedColumns } from './column-mapping'
import { IMPORTS_PATH, importQuery } from './imports-query'

interface Upload {
  readonly file: File
  readonly kind: ImportKind
  readonly organisationId: string
  readonly asOf?: string | null
}

/** Hands in a workbook; the server recognises its columns and writes nothing. */
async function upload({ file, kind, organisationId, asOf = null }: Upload): Promise<ImportOut> {
  const body = new FormData()
  body.set('file', file)
  body.set('kind', kind)
  body.set('organisation_id', organisationId)
  if (asOf !== null) body.set('as_of', asOf)
  const response = await http(new Request(window.location.origin + IMPORTS_PATH, { method: 'POST', body }))
  return response.json()
}

function change(imported: ImportOut, changed: ImportChangeIn): Promise<ImportOut> {
  const params = { path: { import_id: imported.id }, header: ifMatch(imported) }
  return read(api.PATCH('/api/v1/imports/{import_id}', { params, body: changed }))
}

function act(id: string, action: ImportAction, reason?: string): Promise<ImportOut> {
  const params = { path: { import_id: id, action } }
  const body = reason === undefined ? {} : { reason }
  return read(api.POST('/api/v1/imports/{import_id}/actions/{action}', { params, body }))
}

/** Keeps what an act answered as the import that the page shows. */
function useKeep() {
  const queries = useQueryClient()
  // Not awaited: reading anew may take away the very part of the page that goes on from here.
  return (imported: ImportOut) => {
    queries.setQueryData(importQuery(imported.id).queryKey, imported)
    void queries.invalidateQueries({ queryKey: ['imports'] })
    void queries.invalidateQueries({ queryKey: ['history'] })
  }
}

export function useUpload() {
  return useMutation({ mutationFn: upload, onSuccess: useKeep() })
}

export function useAct(id: string) {
  return useMutation({ mutationFn: (action: ImportAction) => act(id, action), onSuccess: useKeep() })
}

/** Keeps what was chosen by hand, then asks for the check. */
export function useCheck(imported: ImportOut) {
  return useMutation({
    mutationFn: async (changed: ImportChangeIn) => {
      if (Object.keys(changed).length > 0) await change(imported, changed)
      return act(imported.id, 'check')
    },
    onSuccess: useKeep(),
  })
}

interface Mended {
  readonly file: File
  /** Why the earlier import is cancelled, for its history. */
  readonly reason: string
}

/** One step for a mended workbook: upload, same columns, check; the earlier import ends. */
export function useUploadMended(earlier: ImportOut) {
  return useMutation({
    mutationFn: async ({ file, reason }: Mended) => {
      const { kind, organisation_id: organisationId, as_of: asOf } = earlier
      const uploaded = await upload({ file, kind, organisationId, asOf })
      const columns = changedColumns(uploaded.columns, carriedMapping(earlier, uploaded))
      const mapped = columns.length > 0 ? await change(uploaded, { columns }) : uploaded
      const started = mapped.missing.length > 0 ? mapped : await act(mapped.id, 'check')
      // The mended one counts from here on, whatever becomes of the other.
      await act(earlier.id, 'cancel', reason).catch(() => undefined)
      return started
    },
    onSuccess: useKeep(),
  })
}
