import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { session } from '../../../app/api'
import { useMe } from '../../../auth/session-query'
import type { DutyReportOut } from '../duty-types'
import type { Autosave } from './autosave'
import { createReportDraft } from './report-draft'
import { changeIn, keepIn, storedOf } from './report-parts'
import { readReport, reportQuery, saveReport } from './report-queries'

/** A report as it is written: what is in the fields, and how far it is saved. */
export function useReportDraft(report: DutyReportOut) {
  const queries = useQueryClient()
  const { id: userId } = useMe()
  const [draft] = useState(() =>
    createReportDraft({
      stored: storedOf(report),
      keep: keepIn(userId, report.id),
      readLatest: async () => storedOf(await readReport(report.id)),
      send: async (version, changed) => {
        const saved = await saveReport(report.id, version, changeIn(changed))
        // Saving moves no fact, and the answer leaves them out.
        queries.setQueryData(reportQuery(report.id).queryKey, (before) => ({
          ...saved,
          facts: saved.facts ?? before?.facts ?? null,
        }))
        return storedOf(saved)
      },
    }),
  )
  const { autosave } = draft
  const written = useSyncExternalStore(draft.subscribe, draft.snapshot)
  const saving = useSyncExternalStore(autosave.subscribe, autosave.snapshot)
  useEffect(() => keepSending(autosave), [autosave])
  return { draft, written, saving }
}

/** Sends on coming and leaving, when the network is back and when somebody has signed in again. */
function keepSending(autosave: Autosave) {
  const flush = () => void autosave.flush()
  const onHide = () => {
    if (document.visibilityState === 'hidden') flush()
  }
  const leaveSession = session.subscribe(() => {
    const isBack = session.snapshot().state === 'signed_in'
    if (isBack && autosave.snapshot().state.kind === 'signed_out') flush()
  })
  window.addEventListener('online', flush)
  document.addEventListener('visibilitychange', onHide)
  flush()
  return () => {
    leaveSession()
    window.removeEventListener('online', flush)
    document.removeEventListener('visibilitychange', onHide)
    flush()
  }
}
