import { type SearchParams, searchOf } from '../../../app/search-params'
import type { CertificateState } from '../volunteering-types'

export const certificatesSearch = searchOf('q', 'state', 'organisation_id')
export type CertificatesSearch = SearchParams<'q' | 'state' | 'organisation_id'>

export const CERTIFICATE_STATES: readonly CertificateState[] = ['requested', 'issued', 'revoked']

export function certificateStateOf(state: string | undefined): CertificateState | null {
  return CERTIFICATE_STATES.find((each) => each === state) ?? null
}
