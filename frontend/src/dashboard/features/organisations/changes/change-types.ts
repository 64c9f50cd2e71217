import type {
  ChangeOut,
  ChangeState as ChangeStateCode,
  CreatePayload,
  GuidancePayload,
  MergePayload,
  MovePayload,
  PreviewOut,
  RemarkOut,
  RenamePayload,
  SplitPart as SplitPartIn,
  SplitPayload,
} from '@/shared/api/schema.gen'

export const CHANGE_KINDS = ['create', 'rename', 'move', 'merge', 'split', 'dissolve', 'guidance'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]
export type ChangeState = ChangeStateCode
export type SplitPart = SplitPartIn

/** The members of all kinds of payload; a request's kind says which are there. */
export type ChangePayload = Partial<
  CreatePayload & RenamePayload & MovePayload & MergePayload & SplitPayload & GuidancePayload
>

export interface ChangeRequest {
  readonly kind: ChangeKind
  readonly organisation_id: string
  readonly effective_on: string
  readonly reason: string
  readonly payload: ChangePayload
}

/** A request as the API answers with it; its document leaves open what the payload holds. */
export type Change = Omit<ChangeOut, 'payload' | 'state'> & {
  readonly state: ChangeState
  readonly payload: ChangePayload
}

export type Preview = PreviewOut
export type Remark = RemarkOut
