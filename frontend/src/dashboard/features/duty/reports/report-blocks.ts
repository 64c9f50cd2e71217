import { uuid } from '@/shared/id/uuid'
import type { ReportParagraphIn } from '../duty-types'

/** What one writes in: a stretch of text, or a fact that was inserted and stands as the system said it. */
export interface Block {
  readonly id: string
  readonly text: string
  /** Key of the fact; null for one's own words. */
  readonly fact: string | null
}

/** Paragraphs as they are written: one field for neighbouring paragraphs, and one on either side of a fact. */
export function blocksOf(paragraphs: readonly ReportParagraphIn[]): readonly Block[] {
  return joined(paragraphs.map(({ text, fact }) => ({ id: uuid(), text, fact: fact ?? null })))
}

/** Paragraphs as they are kept: every line is one, and empty lines are none. */
export function paragraphsOf(blocks: readonly Block[]): ReportParagraphIn[] {
  return blocks.flatMap(({ text, fact }) => (fact === null ? linesOf(text) : [{ text, fact }]))
}

function linesOf(text: string): ReportParagraphIn[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ text: line, fact: null }))
}

export interface Caret {
  readonly blockId: string
  /** Characters before it; less than none before everything that the block holds. */
  readonly at: number
}

export interface Inserted {
  readonly blocks: readonly Block[]
  /** Behind the fact: the next one comes after it. */
  readonly caret: Caret | null
}

/** The blocks with a fact after the paragraph in which the caret stands; at the end where there is none. */
export function withFact(
  blocks: readonly Block[],
  fact: { readonly key: string; readonly value: string },
  caret: Caret | null,
): Inserted {
  const quoted = { id: uuid(), text: fact.value, fact: fact.key }
  const made = joined(splitAt(blocks, quoted, caret))
  const next = made[made.findIndex(({ id }) => id === quoted.id) + 1]
  return { blocks: made, caret: next === undefined ? null : { blockId: next.id, at: -1 } }
}

function splitAt(blocks: readonly Block[], quoted: Block, caret: Caret | null): readonly Block[] {
  const place = blocks.findIndex(({ id }) => id === caret?.blockId)
  const block = blocks[place]
  if (block === undefined || block.fact !== null || caret === null) return [...blocks, quoted]
  const cut = endOfLine(block.text, caret.at)
  const before = { ...block, text: block.text.slice(0, cut) }
  const after = { id: uuid(), text: block.text.slice(cut).replace(/^\n+/, ''), fact: null }
  return [...blocks.slice(0, place), before, quoted, after, ...blocks.slice(place + 1)]
}

function endOfLine(text: string, at: number): number {
  if (at < 0) return 0
  const end = text.indexOf('\n', at)
  return end === -1 ? text.length : end
}

export function withoutBlock(blocks: readonly Block[], id: string): readonly Block[] {
  return joined(blocks.filter((block) => block.id !== id))
}

export function changedBlock(blocks: readonly Block[], id: string, text: string): readonly Block[] {
  return blocks.map((block) => (block.id === id ? { ...block, text } : block))
}

/** Neighbouring texts are one; there is a place to write before, between and after facts. */
function joined(blocks: readonly Block[]): readonly Block[] {
  const list: Block[] = []
  for (const block of blocks) {
    if (block.fact === null) addText(list, block)
    else list.push(...(endsInText(list) ? [] : [empty()]), block)
  }
  return endsInText(list) ? list : [...list, empty()]
}

function addText(list: Block[], block: Block) {
  const last = list.at(-1)
  if (last === undefined || last.fact !== null) {
    list.push(block)
    return
  }
  const texts = [last.text, block.text].filter((text) => text !== '')
  list[list.length - 1] = { ...last, text: texts.join('\n') }
}

function endsInText(list: readonly Block[]): boolean {
  const last = list.at(-1)
  return last !== undefined && last.fact === null
}

function empty(): Block {
  return { id: uuid(), text: '', fact: null }
}

/** Characters as a clerk counts them: spaces and line ends are none. */
export function lengthOf(blocks: readonly Pick<Block, 'text'>[]): number {
  return blocks.reduce((sum, { text }) => sum + [...text.replace(/\s/g, '')].length, 0)
}
