import { QueryClient } from '@tanstack/react-query'
import { ApiError } from '@/shared/api/problem'

const RETRIES = 2

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: true,
        // Without a network the request fails at once and the page can say so, instead of waiting in silence.
        networkMode: 'always',
        retry: (failures, error) => failures < RETRIES && mayRetry(error),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}

function mayRetry(error: unknown): boolean {
  return error instanceof ApiError && error.retryable && error.status !== 429 && navigator.onLine
}
