import { expect, test } from 'vitest'
import type { Scheme } from '@/dashboard/features/duty/duty-types'
import { freeKey, withoutLooseEnds } from '@/dashboard/features/duty/scheme/scheme-edits'
import { faultsOf } from '@/dashboard/features/duty/scheme/scheme-faults'
import { usualScheme } from '@/dashboard/features/duty/scheme/usual-scheme'

const USUAL = usualScheme('zh-CN')

function changed(change: (scheme: Scheme) => void): Scheme {
  const scheme = structuredClone(USUAL)
  change(scheme)
  return scheme
}

test('the usual scheme has no fault, in either language, and weighs 30, 30 and 40', () => {
  expect(faultsOf(USUAL)).toEqual({})
  expect(faultsOf(usualScheme('en-US'))).toEqual({})
  expect(USUAL.groups.map(({ weight }) => weight)).toEqual(['30', '30', '40'])
})

test('each fault stands at its field', () => {
  const scheme = changed(({ groups, criteria, grades }) => {
    Object.assign(groups[0] ?? {}, { title: ' ', weight: '0' })
    Object.assign(groups[1] ?? {}, { title: USUAL.groups[2]?.title, minimum: 0 })
    Object.assign(criteria[0] ?? {}, { max: '50' })
    Object.assign(grades[1] ?? {}, { at_least: '90', quota: '20' })
  })
  expect(faultsOf(scheme)).toEqual({
    '/groups/0/title': { code: 'name_missing' },
    '/groups/0/weight': { code: 'weight_positive' },
    '/groups/1/minimum': { code: 'minimum_one' },
    '/groups/2/title': { code: 'name_twice' },
    '/criteria/0/levels/0/value': { code: 'level_above', values: { max: '50' } },
    '/criteria/0/levels/1/value': { code: 'level_above', values: { max: '50' } },
    '/criteria/0/levels/2/value': { code: 'level_above', values: { max: '50' } },
    '/grades/1/at_least': { code: 'band_order', values: { above: '90' } },
    '/grades/1/quota': { code: 'quota_falls', values: { above: '30' } },
  })
})

test('what is removed is named nowhere any more; the lowest grade takes the rest', () => {
  const scheme = changed(({ groups, criteria, grades }) => {
    Object.assign(groups[0] ?? {}, { criteria: ['results', 'conduct'] })
    Object.assign(grades[0] ?? {}, { gates: [{ group: 'members', at_least: '85' }] })
    groups.splice(2, 1)
    criteria.splice(1, 1)
    grades.splice(3, 1)
  })
  const tidy = withoutLooseEnds(scheme)
  expect(tidy.groups[0]?.criteria).toEqual(['conduct'])
  expect(tidy.grades[0]?.gates).toEqual([])
  expect(tidy.ties).toEqual(['leaders'])
  expect(tidy.grades.at(-1)).toMatchObject({ key: 'fair', at_least: '0', quota: null, gates: [] })
})

test('a new part has a key of its own', () => {
  const scheme = changed(({ groups }) => Object.assign(groups[0] ?? {}, { key: 'group_1' }))
  expect(freeKey('group', scheme)).toBe('group_2')
})
