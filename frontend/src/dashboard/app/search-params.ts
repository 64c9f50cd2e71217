export type SearchParams<Name extends string> = { [Param in Name]?: string | undefined }

/**
 * What a page keeps in its address. It stands in the feature as a constant of its own, since the router cannot
 * infer it in place: `export const membersSearch = searchOf('q', 'sex', 'sort')`, then
 * `validateSearch: membersSearch`. Other parameters and empty ones are dropped: a wrong address breaks nothing.
 */
export function searchOf<const Name extends string>(...names: Name[]) {
  return (raw: Record<string, unknown>): SearchParams<Name> => {
    const kept: SearchParams<Name> = {}
    for (const name of names) {
      const value = raw[name]
      if (typeof value === 'string' && value !== '') kept[name] = value
    }
    return kept
  }
}

/** Every parameter is text: the router's own reading would turn a code of digits into a number. */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search))
}

export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined && value !== null && value !== '') params.set(name, String(value))
  }
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}
