import type { BallotIn } from '@/shared/api/schema.gen'
import type { Sheets } from '@/shared/ballot/sheet'
import { safeLocalStorage } from '@/shared/i18n/locale'

/** What this browser holds of a ballot until the server has it. */
export interface BallotDraft {
  readonly sheets: Sheets
  /** What is sent, from the first try on: it is never another. */
  readonly sealed: BallotIn | null
}

const PREFIX = 'gongwei.ballot '
const nameOf = (userId: string, sessionId: string) => `${PREFIX}${userId} ${sessionId}`

export function keptDraft(userId: string, sessionId: string): BallotDraft | null {
  const text = safeLocalStorage()?.getItem(nameOf(userId, sessionId))
  return text ? (JSON.parse(text) as BallotDraft) : null
}

export function keepDraft(userId: string, sessionId: string, draft: BallotDraft): void {
  safeLocalStorage()?.setItem(nameOf(userId, sessionId), JSON.stringify(draft))
}

export function forgetDraft(userId: string, sessionId: string): void {
  safeLocalStorage()?.removeItem(nameOf(userId, sessionId))
}

/** Nothing of a ballot stays when somebody signs out. */
export function forgetDrafts(): void {
  const storage = safeLocalStorage()
  if (storage === null) return
  for (const name of Object.keys(storage)) if (name.startsWith(PREFIX)) storage.removeItem(name)
}
