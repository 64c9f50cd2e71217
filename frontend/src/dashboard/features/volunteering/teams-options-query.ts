import { queryOptions } from '@tanstack/react-query'
import { read } from '@/shared/api/client'
import type { PageVolunteerTeamOut } from '@/shared/api/schema.gen'
import { api } from '../../app/api'
import type { VolunteerTeamOut } from './volunteering-types'

const PAGE = 200

/** Every team that the reader may see, disbanded ones too: some hundred even in a large city. */
export const allTeamsQuery = queryOptions({
  queryKey: ['volunteer-teams', 'all'],
  queryFn: async ({ signal }) => {
    const found: VolunteerTeamOut[] = []
    let cursor: string | null = null
    do {
      const query = { scope: 'subtree' as const, sort: 'name', limit: PAGE, cursor }
      const page: PageVolunteerTeamOut = await read(
        api.GET('/api/v1/volunteer-teams', { params: { query }, signal }),
      )
      found.push(...page.items)
      cursor = page.next_cursor
    } while (cursor !== null)
    return found
  },
})
