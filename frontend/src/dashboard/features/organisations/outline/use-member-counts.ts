import { type UseQueryResult, useQueries } from '@tanstack/react-query'
import { useCan } from '../../../auth/session-query'
import { type AsOf, memberCountsQuery } from '../organisation-queries'
import type { MemberCounts } from '../organisation-types'

type Counts = ReadonlyMap<string, MemberCounts>

/** Members of the `opened` organisations and of what stands directly below each, by organisation. */
export function useMemberCounts(opened: readonly string[], asOf: AsOf): Counts {
  const can = useCan()
  const asked = can('members.read') ? opened : []
  return useQueries({ queries: asked.map((id) => memberCountsQuery(id, asOf)), combine: byOrganisation })
}

function byOrganisation(
  answers: readonly UseQueryResult<{ readonly items: readonly MemberCounts[] }>[],
): Counts {
  const counts = answers.flatMap(({ data }) => data?.items ?? [])
  return new Map(counts.map((count) => [count.organisation_id, count]))
}
