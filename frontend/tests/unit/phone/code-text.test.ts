import { expect, test } from 'vitest'
import { scannedCode, shownAt } from '@/phone/scan/code-text'

const ID = 'AZq8d3AAcACAAAAAAAAAAQ'
const MAC = 'abcdefghij_-ABCDEFGHIJ'
const SHIFT = `G1.${ID}.89782740.${MAC}`
const READ = { kind: 'shift', code: SHIFT, shiftId: '019abc77-7000-7000-8000-000000000001', step: 89_782_740 }

test('a rotating code is read bare or behind the page’s address', () => {
  expect(scannedCode(SHIFT)).toEqual(READ)
  expect(scannedCode(`https://office.example/m/#c=${SHIFT}`)).toEqual(READ)
  expect(scannedCode(` https://office.example/m/?from=wechat#c=${SHIFT}\n`)).toEqual(READ)
})

test('a personal code is told from it', () => {
  const code = `GP1.${ID}.3.${MAC}`
  expect(scannedCode(code)).toEqual({
    kind: 'personal',
    code,
    personId: '019abc77-7000-7000-8000-000000000001',
  })
})

test.each(['', 'https://example.com', 'G1.short.1.x', `G2.${ID}.1.${MAC}`, `${SHIFT}x`, `x${SHIFT}`])(
  'anything else is no code of ours: %s',
  (text) => {
    expect(scannedCode(text)).toBeNull()
  },
)

test('a step says when the code began to be shown', () => {
  expect(shownAt(READ.step)).toBe('2026-11-26T01:00:00.000Z')
})
