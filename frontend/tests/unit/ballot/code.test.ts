import { expect, test } from 'vitest'
import { groupedCode, readTypedCode } from '@/shared/ballot/code'

/** As the server issued it. */
const CODE = '4T57JXFR85RQ'

test('a code is shown in capitals, in groups of four', () => {
  expect(groupedCode('abcd2')).toBe('ABCD 2')
  expect(groupedCode('ab-cd ef gh')).toBe('ABCD EFGH')
  expect(groupedCode('ａｂｃｄ２３')).toBe('ABCD 23')
  expect(groupedCode(`${CODE}XYZ`).replaceAll(' ', '')).toBe(CODE)
})

test('a whole code is read as the server issued it, however it was typed', () => {
  expect(readTypedCode(CODE)).toEqual({ state: 'whole', code: CODE })
  expect(readTypedCode(groupedCode(CODE.toLowerCase()))).toEqual({ state: 'whole', code: CODE })
})

test('less than a code says nothing yet', () => {
  expect(readTypedCode('')).toEqual({ state: 'short' })
  expect(readTypedCode(CODE.slice(0, 11))).toEqual({ state: 'short' })
})

test('characters that no code has are told at once', () => {
  expect(readTypedCode('AB0')).toEqual({ state: 'foreign', sign: '0' })
  expect(readTypedCode('ab，')).toEqual({ state: 'foreign', sign: ',' })
})

test('every single wrong character and every two that changed places are told', () => {
  const signs = [...CODE]
  for (const [at, sign] of signs.entries()) {
    const other = sign === '7' ? '8' : '7'
    expect(readTypedCode(CODE.slice(0, at) + other + CODE.slice(at + 1))).toEqual({ state: 'mistyped' })
    const next = signs[at + 1]
    if (next === undefined || next === sign) continue
    const swapped = CODE.slice(0, at) + next + sign + CODE.slice(at + 2)
    expect(readTypedCode(swapped)).toEqual({ state: 'mistyped' })
  }
})
