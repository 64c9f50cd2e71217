import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { eventData } from '@/shared/api/event-stream'
import { http, json } from '../app/api'

export interface Job {
  readonly id: string
  readonly state: 'queued' | 'running' | 'succeeded' | 'failed'
  readonly done: number
  readonly total: number | null
  readonly message: string | null
  readonly result: unknown
  readonly problem: unknown
}

const POLL_EVERY = 1500

export function isOver(job: Pick<Job, 'state'>): boolean {
  return job.state === 'succeeded' || job.state === 'failed'
}

/** Asks again until the job is over: what the stream below tells sooner, this tells for certain. */
export function jobQuery(id: string) {
  return queryOptions({
    queryKey: ['jobs', id],
    queryFn: ({ signal }) => json.get<Job>(`/api/v1/jobs/${id}`, { signal }),
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (data !== undefined && isOver(data) ? false : POLL_EVERY),
  })
}

/** A job's progress as it happens. `fetch` carries the access token, which an `EventSource` could not. */
export function useJob(id: string) {
  const queries = useQueryClient()
  useEffect(() => {
    const ending = new AbortController()
    const follow = async () => {
      const request = new Request(`${window.location.origin}/api/v1/jobs/${id}/events`, {
        headers: { Accept: 'text/event-stream' },
        signal: ending.signal,
      })
      const { body } = await http(request)
      if (body === null) return
      for await (const text of eventData(body)) {
        const told: unknown = JSON.parse(text)
        if (isJob(told)) queries.setQueryData(jobQuery(id).queryKey, told)
      }
    }
    // Whatever stops the stream, asking goes on.
    follow().catch(() => undefined)
    return () => ending.abort()
  }, [id, queries])
  return useQuery(jobQuery(id))
}

function isJob(told: unknown): told is Job {
  return typeof told === 'object' && told !== null && 'state' in told && 'done' in told && 'id' in told
}
