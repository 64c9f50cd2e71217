import { expect, test } from 'vitest'
import type { BallotCriterionOut, BallotOut } from '@/shared/api/schema.gen'
import {
  alikeLabel,
  answered,
  answeredAlike,
  BLANK,
  ballotOf,
  fitting,
  isAllUnknown,
  isComplete,
  missingOf,
  sameForAll,
  takenValue,
} from '@/shared/ballot/sheet'

const LEVELS = [
  { label: '好', value: '100' },
  { label: '一般', value: '70' },
]

function criterion(key: string, more: Partial<BallotCriterionOut> = {}): BallotCriterionOut {
  return { key, title: key, hint: '', max: '100', required: true, levels: LEVELS, ...more }
}

const WORK = criterion('work')
const CONDUCT = criterion('conduct', { required: false })
const BALLOT: BallotOut = {
  state: 'open',
  round_title: '2025年度述职评议',
  organisation_name: '区直机关工委',
  group_title: '书记互评',
  title: '书记互评',
  meeting_on: null,
  criteria: [WORK, CONDUCT],
  participants: ['one', 'two'].map((id) => ({
    id,
    name: id,
    organisation_name: '支部',
    post: 'secretary',
    report_excerpt: null,
  })),
}

test('a sheet is complete when every criterion has an answer, don’t know among them', () => {
  const begun = answered(BLANK, 'work', '100')
  expect(missingOf([WORK, CONDUCT], begun)).toEqual([CONDUCT])
  expect(isComplete([WORK, CONDUCT], begun)).toBe(false)
  expect(isComplete([WORK, CONDUCT], answered(begun, 'conduct', null))).toBe(true)
})

test('to know nothing is not a sheet; to abstain is', () => {
  const unknown = answered(BLANK, 'conduct', null)
  expect(isAllUnknown([CONDUCT], unknown)).toBe(true)
  expect(isComplete([CONDUCT], unknown)).toBe(false)
  expect(isComplete([CONDUCT], { abstain: true, answers: {} })).toBe(true)
})

test('numbers are decimals within the range', () => {
  const number = criterion('number', { levels: [], max: '10' })
  expect(takenValue(number, '9.5')).toBe('9.5')
  expect(takenValue(number, ' ８ ')).toBe('8')
  expect(['10.1', '-1', '1e1', '', '1.23456', '九'].map((typed) => takenValue(number, typed))).toEqual(
    Array(6).fill(null),
  )
  expect(isComplete([number], answered(BLANK, 'number', '11'))).toBe(false)
})

test('words that all criteria share are offered for all at once', () => {
  expect(sameForAll([WORK, CONDUCT])).toEqual({ kind: 'levels', labels: ['好', '一般'] })
  const own = criterion('own', { levels: [{ label: '好', value: '10' }], max: '10' })
  expect(sameForAll([WORK, own])).toEqual({ kind: 'levels', labels: ['好'] })
  expect(answeredAlike([WORK, own], '好').answers).toEqual({ work: '100', own: '10' })
  expect(alikeLabel([WORK, own], answeredAlike([WORK, own], '好'))).toBe('好')
  expect(sameForAll([WORK])).toBeNull()
  const number = criterion('number', { levels: [], max: '100' })
  expect(sameForAll([WORK, number])).toBeNull()
  expect(sameForAll([number, { ...number, key: 'other' }])).toEqual({ kind: 'number', max: '100' })
})

test('the ballot has everybody in their order, abstentions without answers', () => {
  const sheets = {
    two: { abstain: true, answers: {} },
    one: { abstain: false, answers: { conduct: null, work: '70' } },
  }
  expect(ballotOf(BALLOT, sheets)).toEqual({
    sheets: [
      {
        participant_id: 'one',
        abstain: false,
        answers: [
          { criterion: 'work', value: '70' },
          { criterion: 'conduct', value: null },
        ],
      },
      { participant_id: 'two', abstain: true, answers: [] },
    ],
  })
})

test('what was said of people and questions that are gone is dropped', () => {
  const sheets = { one: { abstain: false, answers: { work: '70', gone: '1' } }, gone: BLANK }
  expect(fitting(BALLOT, sheets)).toEqual({ one: { abstain: false, answers: { work: '70' } } })
})
