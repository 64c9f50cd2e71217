import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { ownPath } from './own-path'

/** On from a page that stood before every other: back to where one came from, else home. */
export function useGoOn(path: string | undefined): () => Promise<void> {
  const queries = useQueryClient()
  const { history } = useRouter()
  return async () => {
    await queries.invalidateQueries()
    const next = ownPath(path)
    // The phone's pages are another program, which is to be loaded.
    if (next.startsWith('/m/')) window.location.assign(next)
    else history.push(next)
  }
}
