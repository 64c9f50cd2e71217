import type { BallotCriterionOut, BallotIn, BallotOut } from '../api/schema.gen'

type Criterion = BallotCriterionOut

/** What was said so far of one participant. An answer is a value, or null for *don't know*. */
export interface Sheet {
  readonly abstain: boolean
  readonly answers: Readonly<Record<string, string | null>>
}

/** By participant. */
export type Sheets = Readonly<Record<string, Sheet>>

export const BLANK: Sheet = { abstain: false, answers: {} }

export function sheetOf(sheets: Sheets, participantId: string): Sheet {
  return sheets[participantId] ?? BLANK
}

/** The value as it is sent, from what was typed; null when the criterion does not allow it. */
export function takenValue({ levels, max }: Criterion, typed: string): string | null {
  if (levels.length > 0) return levels.some(({ value }) => value === typed) ? typed : null
  const plain = typed.normalize('NFKC').trim()
  if (!/^\d{1,4}(\.\d{1,4})?$/.test(plain)) return null
  return Number(plain) <= Number(max) ? plain : null
}

/** Criteria that still need an answer: every one, since leaving one out is said by *don't know*. */
export function missingOf(criteria: readonly Criterion[], { abstain, answers }: Sheet): readonly Criterion[] {
  if (abstain) return []
  return criteria.filter((criterion) => {
    const answer = answers[criterion.key]
    return answer === undefined || (answer !== null && takenValue(criterion, answer) === null)
  })
}

/** *Don't know* everywhere is no vote at all; to abstain says so. */
export function isAllUnknown(criteria: readonly Criterion[], { abstain, answers }: Sheet): boolean {
  return !abstain && criteria.every(({ key }) => answers[key] === null)
}

export function isComplete(criteria: readonly Criterion[], sheet: Sheet): boolean {
  return missingOf(criteria, sheet).length === 0 && !isAllUnknown(criteria, sheet)
}

export function answered(sheet: Sheet, key: string, answer: string | null): Sheet {
  return { abstain: false, answers: { ...sheet.answers, [key]: answer } }
}

/** What all criteria can be given at once: the words that they share, or a number. */
export type SameForAll =
  | { readonly kind: 'levels'; readonly labels: readonly string[] }
  | { readonly kind: 'number'; readonly max: string }

export function sameForAll(criteria: readonly Criterion[]): SameForAll | null {
  const [first, ...others] = criteria
  if (first === undefined || others.length === 0) return null
  if (first.levels.length === 0) {
    const isOne = others.every(({ levels, max }) => levels.length === 0 && max === first.max)
    return isOne ? { kind: 'number', max: first.max } : null
  }
  const labels = first.levels
    .map(({ label }) => label)
    .filter((label) => others.every(({ levels }) => levels.some((level) => level.label === label)))
  return labels.length > 0 ? { kind: 'levels', labels } : null
}

/** Every criterion given the level of this label, or the number. */
export function answeredAlike(criteria: readonly Criterion[], said: string): Sheet {
  const answers: Record<string, string> = {}
  for (const { key, levels } of criteria) {
    answers[key] = levels.find(({ label }) => label === said)?.value ?? said
  }
  return { abstain: false, answers }
}

/** The label by which all criteria are answered alike; null when they are not. */
export function alikeLabel(criteria: readonly Criterion[], sheet: Sheet): string | null {
  if (sheet.abstain) return null
  const labels = new Set(criteria.map((criterion) => labelOf(criterion, sheet)))
  const [label] = labels
  return labels.size === 1 && label !== undefined && label !== null ? label : null
}

/** The word or number that was given for a criterion; null for none and for *don't know*. */
export function labelOf({ key, levels }: Criterion, { answers }: Sheet): string | null {
  const answer = answers[key] ?? null
  return levels.find(({ value }) => value === answer)?.label ?? answer
}

/** What was said of those who still stand on the ballot, and to what is still asked. */
export function fitting({ criteria, participants }: BallotOut, sheets: Sheets): Sheets {
  const keys = new Set(criteria.map(({ key }) => key))
  const kept: Record<string, Sheet> = {}
  for (const { id } of participants) {
    const sheet = sheets[id]
    if (sheet === undefined) continue
    const answers = Object.fromEntries(Object.entries(sheet.answers).filter(([key]) => keys.has(key)))
    kept[id] = { ...sheet, answers }
  }
  return kept
}

/** The whole ballot, with everybody on it in their order: the same choices are always the same bytes. */
export function ballotOf({ criteria, participants }: BallotOut, sheets: Sheets): BallotIn {
  return {
    sheets: participants.map(({ id }) => {
      const sheet = sheetOf(sheets, id)
      if (sheet.abstain) return { participant_id: id, abstain: true, answers: [] }
      const answers = criteria.map((criterion) => {
        const said = sheet.answers[criterion.key] ?? null
        return { criterion: criterion.key, value: said === null ? null : takenValue(criterion, said) }
      })
      return { participant_id: id, abstain: false, answers }
    }),
  }
}
