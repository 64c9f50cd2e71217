import { expect, test } from 'vitest'
import {
  carriedMapping,
  changedColumns,
  columnLetter,
  mappingOf,
  missingFields,
  withField,
} from '@/dashboard/features/imports/column-mapping'
import { importBody } from './import-bodies'

test('a field stands in one column only: choosing it takes it from the other', () => {
  const mapping = withField(mappingOf(importBody().columns), 2, 'name')
  expect(mapping).toEqual({ 0: null, 1: null, 2: 'name', 3: 'branch' })
  expect(changedColumns(importBody().columns, mapping)).toEqual([
    { index: 1, field: null },
    { index: 2, field: 'name' },
  ])
})

test('several columns may be left out', () => {
  const mapping = withField(mappingOf(importBody().columns), 1, null)
  expect(mapping).toEqual({ 0: null, 1: null, 2: null, 3: 'branch' })
  expect(missingFields(importBody().fields, mapping).map(({ field }) => field)).toEqual([
    'name',
    'identity_number',
  ])
})

test('what was chosen by hand follows the heads into a workbook with other columns', () => {
  const earlier = importBody({
    columns: [
      { index: 0, head: '号', field: 'identity_number', sample: [] },
      { index: 1, head: '姓名', field: null, sample: [] },
    ],
  })
  const later = importBody({
    columns: [
      { index: 0, head: '姓名', field: 'name', sample: [] },
      { index: 1, head: '电话', field: 'phone', sample: [] },
      { index: 2, head: '号', field: null, sample: [] },
    ],
  })
  expect(carriedMapping(earlier, later)).toEqual({ 0: null, 1: 'phone', 2: 'identity_number' })
})

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %i is named %s', (index, letter) => {
  expect(columnLetter(index)).toBe(letter)
})
