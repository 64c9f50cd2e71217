import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import type { BallotOut } from '@/shared/api/schema.gen'
import { castFailure } from '@/shared/ballot/cast-failure'
import { ballotOf, fitting, type Sheet } from '@/shared/ballot/sheet'
import { type BallotDraft, forgetDraft, keepDraft, keptDraft } from '../../../app/ballot-drafts'
import { useMe } from '../../../auth/session-query'
import { ownBallotQuery, useCastBallot } from './own-ballot-queries'

const AGAIN_MS = 15_000

/** A ballot being filled in: kept in this browser until the server has it, and then nowhere. */
export function useOwnBallot(sessionId: string, ballot: BallotOut) {
  const { id: userId } = useMe()
  const queries = useQueryClient()
  const [draft, setDraft] = useState<BallotDraft>(() => {
    const { sheets = {}, sealed = null } = keptDraft(userId, sessionId) ?? {}
    return { sheets: fitting(ballot, sheets), sealed }
  })
  const { mutateAsync, isPending, isSuccess, error } = useCastBallot(sessionId)
  const change = useCallback(
    (next: BallotDraft) => {
      setDraft(next)
      keepDraft(userId, sessionId, next)
    },
    [userId, sessionId],
  )

  const send = useCallback(
    async ({ sheets, sealed }: BallotDraft) => {
      if (sealed === null) return
      try {
        await mutateAsync(sealed)
        forgetDraft(userId, sessionId)
      } catch (failure) {
        const meaning = castFailure(failure)
        if (meaning === 'refused') change({ sheets, sealed: null })
        if (meaning !== 'over') return
        forgetDraft(userId, sessionId)
        await queries.invalidateQueries(ownBallotQuery(sessionId))
      }
    },
    [mutateAsync, change, queries, userId, sessionId],
  )
  useSentAgain(draft, isPending || isSuccess, send)

  return {
    sheets: draft.sheets,
    isSealed: draft.sealed !== null,
    isSending: isPending,
    isCast: isSuccess,
    failure: error,
    rate: (id: string, sheet: Sheet) => change({ ...draft, sheets: { ...draft.sheets, [id]: sheet } }),
    cast: () => {
      const sealed = { ...draft, sealed: draft.sealed ?? ballotOf(ballot, draft.sheets) }
      change(sealed)
      return send(sealed)
    },
  }
}

/** What is sealed is sent at once after a reload, when the network is back, and every now and then. */
function useSentAgain(draft: BallotDraft, isSettled: boolean, send: (draft: BallotDraft) => Promise<void>) {
  const waits = draft.sealed !== null && !isSettled
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was sealed before the page was opened goes at once
  useEffect(() => {
    if (waits) void send(draft)
  }, [])
  useEffect(() => {
    if (!waits) return
    const again = () => void send(draft)
    const timer = setTimeout(again, AGAIN_MS)
    window.addEventListener('online', again)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('online', again)
    }
  }, [waits, draft, send])
}
