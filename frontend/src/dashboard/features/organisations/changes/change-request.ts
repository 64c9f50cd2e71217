import {
  CHANGE_KINDS,
  type Change,
  type ChangeKind,
  type ChangePayload,
  type ChangeRequest,
} from './change-types'

/** What stands in the form; its names are the request's own, so that the server's pointers find their inputs. */
export interface ChangeValues {
  readonly organisation_id?: string
  readonly effective_on?: string | null
  readonly reason?: string
  readonly payload?: ChangePayload
}

type PayloadOf = (payload: ChangePayload, organisationId: string) => ChangePayload

const given = (text: string | null | undefined) => text?.trim() || null

const PAYLOADS: Readonly<Record<ChangeKind, PayloadOf>> = {
  create: ({ kind, name = '', short_name, code, unit_id, founded_on }, organisationId) => ({
    ...(kind !== undefined && { kind }),
    name,
    short_name: given(short_name),
    code: given(code),
    parent_id: organisationId,
    unit_id: unit_id ?? null,
    founded_on: founded_on ?? null,
  }),
  rename: ({ name = '', short_name }) => ({ name, short_name: given(short_name) }),
  move: ({ parent_id = '' }) => ({ parent_id }),
  merge: ({ into_id = '' }) => ({ into_id }),
  split: (payload) => ({
    new: (payload.new ?? []).map(({ name, short_name, kind, child_ids = [], member_ids = [] }) => ({
      name,
      short_name: given(short_name),
      kind,
      child_ids,
      member_ids,
    })),
  }),
  dissolve: () => ({}),
  guidance: ({ guide_id = '', operation = 'start' }) => ({ guide_id, operation }),
}

/** The request that the form describes; of the payload only what belongs to its kind. */
export function requestOf(kind: ChangeKind, values: ChangeValues): ChangeRequest {
  const { organisation_id = '', effective_on, reason = '', payload = {} } = values
  return {
    kind,
    organisation_id,
    effective_on: effective_on ?? '',
    reason: reason.trim(),
    payload: PAYLOADS[kind](payload, organisation_id),
  }
}

export function valuesOf({ organisation_id, effective_on, reason, payload }: Change): ChangeValues {
  return { organisation_id, effective_on, reason, payload }
}

export function changeKindOf(code: string | undefined): ChangeKind | undefined {
  return CHANGE_KINDS.find((kind) => kind === code)
}
