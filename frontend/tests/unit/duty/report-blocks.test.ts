import { expect, test } from 'vitest'
import {
  blocksOf,
  lengthOf,
  paragraphsOf,
  withFact,
  withoutBlock,
} from '@/dashboard/features/duty/reports/report-blocks'

const words = (text: string) => ({ text, fact: null })
const quoted = { text: '本年到期任务 6 项', fact: 'tasks' }
const TASKS = { key: 'tasks', value: '本年到期任务 6 项' }

test('paragraphs come back as they were, with a place to write around each fact', () => {
  const paragraphs = [words('一'), words('二'), quoted, quoted]
  const blocks = blocksOf(paragraphs)
  expect(blocks.map(({ text, fact }) => fact ?? text)).toEqual(['一\n二', 'tasks', '', 'tasks', ''])
  expect(paragraphsOf(blocks)).toEqual(paragraphs)
})

test('empty lines are no paragraphs', () => {
  const [block] = blocksOf([])
  expect(paragraphsOf([{ id: block?.id ?? '', text: '  一\n\n 二 \n', fact: null }])).toEqual([
    words('一'),
    words('二'),
  ])
})

test('a fact goes after the paragraph with the caret, and the next one after it', () => {
  const blocks = blocksOf([words('一'), words('二')])
  const caret = { blockId: blocks[0]?.id ?? '', at: 1 }
  const first = withFact(blocks, TASKS, caret)
  expect(paragraphsOf(first.blocks)).toEqual([words('一'), quoted, words('二')])
  const second = withFact(first.blocks, { key: 'hours', value: '252 小时' }, first.caret)
  expect(paragraphsOf(second.blocks).map(({ fact }) => fact)).toEqual([null, 'tasks', 'hours', null])
})

test('without a caret it goes to the end', () => {
  expect(paragraphsOf(withFact(blocksOf([words('一')]), TASKS, null).blocks)).toEqual([words('一'), quoted])
})

test('removing a fact joins what stood around it', () => {
  const blocks = blocksOf([words('一'), quoted, words('二')])
  expect(withoutBlock(blocks, blocks[1]?.id ?? '').map(({ text }) => text)).toEqual(['一\n二'])
})

test('spaces and line ends are not counted', () => {
  expect(lengthOf([{ text: '一 二\n三𠮷' }])).toBe(4)
})
