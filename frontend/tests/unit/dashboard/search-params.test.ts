import { expect, test } from 'vitest'
import { parseSearch, searchOf, stringifySearch } from '@/dashboard/app/search-params'

test('a code of digits stays text on its way through the address', () => {
  const address = stringifySearch({ q: '0631', sort: '-name', empty: '', none: undefined })
  expect(address).toBe('?q=0631&sort=-name')
  expect(parseSearch(address)).toEqual({ q: '0631', sort: '-name' })
  expect(stringifySearch({})).toBe('')
})

test('keeps the page’s own parameters and drops all others', () => {
  const search = searchOf('q', 'sort')
  expect(search({ q: '何', sort: '', admin: 'true' })).toEqual({ q: '何' })
  expect(search({ q: 7 })).toEqual({})
})
