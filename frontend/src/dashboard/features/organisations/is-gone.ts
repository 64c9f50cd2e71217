import type { AsOf } from './organisation-queries'
import type { Organisation } from './organisation-types'

/** Whether the organisation is dissolved on the day that is shown. */
export function isGone({ dissolved_on }: Organisation, asOf: AsOf): boolean {
  return dissolved_on !== null && (asOf === undefined || asOf >= dissolved_on)
}
