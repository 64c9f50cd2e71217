import type { TalkChangeIn, TalkIn, TalkKind, TalkOut } from '@/shared/api/schema.gen'

export interface IssueValues {
  readonly text?: string
  readonly demand?: string
}

/** Everything that the form of any kind asks for. */
export interface TalkValues {
  readonly kind: TalkKind
  readonly appointment_id?: string
  readonly organisation_id?: string
  readonly title?: string
  readonly due_on: string
  readonly place?: string
  readonly talker?: string
  readonly content?: string
  readonly issues?: readonly IssueValues[]
  readonly deadline?: string
  readonly addressee?: string
  readonly number?: string
  readonly follows_id?: string
}

type Part = 'place' | 'talker' | 'content' | 'issues' | 'addressee' | 'number' | 'follows'

/** Which parts the form shows and sends for a kind; title and date belong to all. */
const PARTS: Readonly<Record<TalkKind, readonly Part[]>> = {
  appointment: ['place', 'talker', 'content'],
  reminder: ['place', 'talker', 'content', 'issues', 'follows'],
  inquiry: ['talker', 'content', 'follows'],
  letter: ['addressee', 'number', 'talker', 'content', 'follows'],
}

export function hasPart(kind: TalkKind, part: Part): boolean {
  return PARTS[kind].includes(part)
}

const text = (value: string | undefined) => value?.trim() || null

function changes(kind: TalkKind, values: Omit<TalkValues, 'kind'>): TalkChangeIn {
  const parts: TalkChangeIn = { due_on: values.due_on }
  if (text(values.title) !== null) parts.title = text(values.title)
  if (hasPart(kind, 'place')) parts.place = text(values.place)
  if (hasPart(kind, 'talker')) parts.talker = text(values.talker)
  if (hasPart(kind, 'content')) parts.content = text(values.content)
  if (hasPart(kind, 'addressee')) parts.addressee = text(values.addressee)
  if (hasPart(kind, 'number')) parts.number = text(values.number)
  if (hasPart(kind, 'issues')) {
    parts.issues = issuesOf(values.issues)
    parts.deadline = values.deadline ?? null
  }
  return parts
}

export function issuesOf(issues: readonly IssueValues[] | undefined) {
  return (issues ?? []).map((issue) => ({
    text: issue.text?.trim() ?? '',
    demand: issue.demand?.trim() ?? '',
  }))
}

/** The request for a new talk; `organisationId` is where the person holds the post, or the letter's own. */
export function talkIn(values: TalkValues, organisationId: string): TalkIn {
  const { kind, appointment_id, follows_id } = values
  return {
    kind,
    organisation_id: organisationId,
    ...changes(kind, values),
    due_on: values.due_on,
    ...(kind !== 'letter' && appointment_id !== undefined && { appointment_id }),
    ...(hasPart(kind, 'follows') && follows_id !== undefined && { follows_id }),
  }
}

export function talkChangeIn(kind: TalkKind, values: Omit<TalkValues, 'kind'>): TalkChangeIn {
  return changes(kind, values)
}

export function valuesOf(talk: TalkOut): TalkValues {
  const { kind, title, due_on, place, talker, content, issues, deadline, addressee, number } = talk
  return {
    kind,
    title,
    due_on,
    content,
    issues,
    ...(place !== null && { place }),
    ...(talker !== null && { talker }),
    ...(deadline !== null && { deadline }),
    ...(addressee !== null && { addressee }),
    ...(number !== null && { number }),
  }
}
