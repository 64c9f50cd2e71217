import { expect, test } from 'vitest'
import { outlineMove } from '@/dashboard/features/organisations/outline/outline-keys'
import {
  ancestorIds,
  buildOutline,
  droppedPlace,
  neighbouringPlace,
  visibleRows,
} from '@/dashboard/features/organisations/outline/outline-model'
import { TREE, treeItem } from './answers'

const outline = buildOutline(TREE as never)
const rows = visibleRows(outline, new Set(['organisation-1', 'finance']))
const place = (id: string) => rows.findIndex((row) => row.id === id)

test('counts what stands below on every level', () => {
  const below = Object.fromEntries([...outline.nodes].map(([id, node]) => [id, node.below]))
  expect(below).toEqual({ 'organisation-1': 4, finance: 2, office: 0, retired: 0, audit: 0 })
})

test('an organisation whose parent is not shown stands at the top', () => {
  const part = buildOutline([treeItem({ id: 'office', parent: 'finance', name: '机关支部' })] as never)
  expect(part.rootIds).toEqual(['office'])
})

test('knows the way up, nearest first', () => {
  expect(ancestorIds(outline, 'retired')).toEqual(['finance', 'organisation-1'])
})

test.each([
  ['ArrowDown', 'office', { kind: 'go', id: 'retired' }],
  ['ArrowUp', 'organisation-1', { kind: 'go', id: 'organisation-1' }],
  ['End', 'office', { kind: 'go', id: 'audit' }],
  ['Home', 'office', { kind: 'go', id: 'organisation-1' }],
  ['ArrowRight', 'finance', { kind: 'go', id: 'office' }],
  ['ArrowLeft', 'retired', { kind: 'go', id: 'finance' }],
  ['ArrowLeft', 'finance', { kind: 'close', id: 'finance' }],
  ['Enter', 'audit', { kind: 'choose', id: 'audit' }],
  ['ArrowRight', 'audit', null],
  ['x', 'audit', null],
])('%s on %s', (key, id, move) => {
  expect(outlineMove({ key, altKey: false }, rows, place(id))).toEqual(move)
})

test('a step at the end of the siblings leads nowhere', () => {
  expect(neighbouringPlace(outline, 'finance', -1)).toBeNull()
  expect(neighbouringPlace(outline, 'finance', 1)).toBe(2)
  expect(neighbouringPlace(outline, 'organisation-1', 1)).toBeNull()
})

test('a row drops only among its siblings, and only on another place', () => {
  expect(droppedPlace(outline, 'audit', 'finance', 'before')).toBe(1)
  expect(droppedPlace(outline, 'audit', 'finance', 'after')).toBeNull()
  expect(droppedPlace(outline, 'retired', 'office', 'before')).toBe(1)
  expect(droppedPlace(outline, 'retired', 'audit', 'before')).toBeNull()
})
