import { expect, test } from 'vitest'
import { PART, sendInParts } from '@/dashboard/features/volunteering/in-parts'

const MANY = Array.from({ length: 2 * PART + 3 }, (_, place) => place)

test('many are sent a part after the other, and every answer comes back in order', async () => {
  const parts: number[] = []
  const told: number[] = []
  const send = async (part: readonly number[]) => {
    parts.push(part.length)
    return part.map((each) => -each)
  }
  const { answers, failure } = await sendInParts(MANY, send, (count) => told.push(count))
  expect(parts).toEqual([PART, PART, 3])
  expect(told).toEqual([PART, 2 * PART, MANY.length])
  expect(answers).toEqual(MANY.map((each) => -each))
  expect(failure).toBeNull()
})

test('what was sent before a part failed stays answered', async () => {
  const broken = new Error('offline')
  const send = async (part: readonly number[]) => {
    if (part[0] === PART) throw broken
    return part
  }
  const { answers, failure } = await sendInParts(MANY, send, () => undefined)
  expect([answers.length, failure]).toEqual([PART, broken])
})

test('a failure of the first part is thrown', async () => {
  const send = () => Promise.reject(new Error('offline'))
  await expect(sendInParts(MANY, send, () => undefined)).rejects.toThrow('offline')
})
