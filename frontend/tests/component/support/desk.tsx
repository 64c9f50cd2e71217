import { QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory } from '@tanstack/react-router'
import { act, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { session } from '@/dashboard/app/api'
import { DeskConfig, Providers } from '@/dashboard/app/Providers'
import { createQueryClient } from '@/dashboard/app/query-client'
import { createDeskRouter } from '@/dashboard/app/router'

export * from './network'

/** The desk as it starts at `path`, for somebody who is signed in; needs `signedIn()` answers. */
export async function renderAt(path: string) {
  await session.refresh()
  return renderDesk(path)
}

/** The same for somebody who is not; needs `signedOut()` answers. */
export async function renderSignedOutAt(path: string) {
  await session.signOut()
  return renderDesk(path)
}

async function renderDesk(path: string) {
  const queryClient = quickQueryClient()
  const router = createDeskRouter(queryClient, createMemoryHistory({ initialEntries: [path] }))
  await act(() => router.load())
  return { router, queryClient, ...render(<Providers queryClient={queryClient} router={router} />) }
}

/** One component with the desk's language, theme and queries, without a page around it. */
export function renderPart(part: ReactNode) {
  return render(
    <QueryClientProvider client={quickQueryClient()}>
      <DeskConfig>{part}</DeskConfig>
    </QueryClientProvider>,
  )
}

// The desk's own client, except that a failure shows at once instead of after two more tries.
function quickQueryClient() {
  const client = createQueryClient()
  const { queries, ...others } = client.getDefaultOptions()
  client.setDefaultOptions({ ...others, queries: { ...queries, retry: false } })
  return client
}
