import { ApiError } from '../api/problem'

/** What a failure means for a ballot: nothing is left to do, it can be mended, or it is sent again as it is. */
export type CastFailure = 'over' | 'refused' | 'later'

/** Refusals after which a ballot is of no use any more. */
const OVER = ['already_voted', 'ballot_void', 'not_found']

export function castFailure(error: unknown): CastFailure {
  if (!(error instanceof ApiError)) return 'later'
  if (OVER.includes(error.code)) return 'over'
  return error.status === 409 || error.status === 422 ? 'refused' : 'later'
}
