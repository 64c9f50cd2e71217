import { searchOf } from '../app/search-params'

/** Where to after signing in, and after what may stand before every other page. */
export const entrySearch = searchOf('redirect')

/** `path` when it leads to a page of this site, else the home page: an address from outside is never followed. */
export function ownPath(path: string | undefined): string {
  const origin = window.location.origin
  if (path === undefined || !path.startsWith('/')) return '/'
  const url = new URL(path, origin)
  return url.origin === origin ? url.pathname + url.search + url.hash : '/'
}
