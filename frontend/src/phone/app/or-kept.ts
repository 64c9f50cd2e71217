import { ApiError } from '@/shared/api/problem'

const PATIENCE_MS = 5000

/** What the network answers; what was kept instead where there is none, or where it takes too long. */
export async function orKept<T>(asked: Promise<T>, kept: Promise<T | undefined>): Promise<T> {
  // While what was kept is looked up, nobody waits for the answer yet: its failure is dealt with below.
  asked.catch(() => null)
  const known = await kept
  if (known === undefined) return asked
  const late = new Promise<T>((resolve) => setTimeout(() => resolve(known), PATIENCE_MS))
  const answered = asked.catch((error: unknown) => {
    if (error instanceof ApiError && error.retryable) return known
    throw error
  })
  return Promise.race([answered, late])
}
