import { expect, test } from 'vitest'
import { classRows } from '@/dashboard/features/duty/results/class-rows'
import { spreadOf } from '@/dashboard/features/duty/results/score-spread'
import { spreadOption } from '@/dashboard/features/duty/results/spread-option'
import { FELLOWS, LEADERS, RECORD, RESULT } from '../../component/duty/voting-bodies'

test('quartiles lie between the two nearest scores in proportion', () => {
  expect(spreadOf(['80.00', '84.00', '90.00', '91.00', '95.50', '97.00'])).toEqual({
    n: 6,
    lowest: '80.00',
    lower_quartile: '85.50',
    median: '90.50',
    upper_quartile: '94.38',
    highest: '97.00',
  })
})

test('fewer than five are no class', () => {
  expect(spreadOf(['80', '81', '82', '83'])).toBeNull()
})

test('withheld scores are no dots, and a group without scores has no line', () => {
  const withheld = { ...FELLOWS, score: null, sheets: null, missing: null, withheld: true }
  const other = {
    ...RESULT,
    organisation_id: 'b',
    name: '王芳',
    groups: [LEADERS, withheld, RECORD],
  }
  const rows = classRows([{ ...RESULT, organisation_id: 'a' }, other], '总分', 'a')
  expect(rows.map(({ label, own, dots }) => [label, own, dots.map(({ name }) => name)])).toEqual([
    ['总分', '87.60', ['王芳']],
    ['领导评议', '90.00', ['王芳']],
    ['书记互评', '84.00', []],
  ])
})

test('the axis runs in fives around what is shown and not beyond a hundred', () => {
  const row = { label: '总分', spread: null, dots: [{ name: '陈晓', score: '99.50' }], own: '87.60' }
  const { xAxis } = spreadOption({ rows: [row], description: '' })
  expect(xAxis).toMatchObject({ min: 85, max: 100, interval: 5 })
})
