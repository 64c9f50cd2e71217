import { expect, test } from 'vitest'
import { placed } from '@/dashboard/features/duty/participants/participant-order'

test.each([
  [0, 2, 'bcad'],
  [3, 0, 'dabc'],
  [1, 9, 'acdb'],
  [7, 0, 'abcd'],
])('from %i to %i', (from, to, expected) => {
  expect(placed([...'abcd'], from, to).join('')).toBe(expected)
})
