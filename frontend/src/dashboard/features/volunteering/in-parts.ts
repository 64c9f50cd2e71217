/** As many as the server takes with one request. */
export const PART = 500

export interface Sent<Answer> {
  /** For what was sent, in its order. */
  readonly answers: readonly Answer[]
  /** Why the rest was not sent; null when everything was. */
  readonly failure: Error | null
}

/**
 * Sends many, a part after the other. What was sent before a part fails stays done and is answered; a failure
 * of the first part is thrown.
 */
export async function sendInParts<Item, Answer>(
  items: readonly Item[],
  send: (part: readonly Item[]) => Promise<readonly Answer[]>,
  onSent: (count: number) => void,
): Promise<Sent<Answer>> {
  const answers: Answer[] = []
  for (let start = 0; start < items.length; start += PART) {
    try {
      answers.push(...(await send(items.slice(start, start + PART))))
    } catch (failure) {
      if (start === 0 || !(failure instanceof Error)) throw failure
      return { answers, failure }
    }
    onSent(answers.length)
  }
  return { answers, failure: null }
}
