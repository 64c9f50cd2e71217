import type { TreeItem } from '../organisation-types'

export interface OutlineNode {
  readonly item: TreeItem
  /** Null where the parent is not shown. */
  readonly parentId: string | null
  readonly childIds: readonly string[]
  /** Organisations below it, on every level. */
  readonly below: number
}

export interface Outline {
  readonly rootIds: readonly string[]
  readonly nodes: ReadonlyMap<string, OutlineNode>
}

export interface OutlineRow {
  readonly id: string
  readonly item: TreeItem
  /** 1 at the top. */
  readonly level: number
  /** Place among its siblings, from 1. */
  readonly place: number
  readonly siblings: number
  readonly below: number
  readonly branch: 'open' | 'closed' | 'none'
}

/** The tree of a flat list in which every parent stands before its children. */
export function buildOutline(items: readonly TreeItem[]): Outline {
  const childIds = new Map<string, string[]>(items.map(({ id }) => [id, []]))
  const rootIds: string[] = []
  for (const { id, parent_id } of items) {
    const siblings = parent_id === null ? undefined : childIds.get(parent_id)
    ;(siblings ?? rootIds).push(id)
  }
  const nodes = new Map<string, OutlineNode>()
  // From the end, so that every child is counted before its parent.
  for (const item of [...items].reverse()) {
    const children = childIds.get(item.id) ?? []
    const below = children.reduce((sum, id) => sum + 1 + (nodes.get(id)?.below ?? 0), 0)
    const isShown = item.parent_id !== null && childIds.has(item.parent_id)
    nodes.set(item.id, { item, parentId: isShown ? item.parent_id : null, childIds: children, below })
  }
  return { rootIds, nodes }
}

/** What is seen while `open` are open, from top to bottom. */
export function visibleRows(outline: Outline, open: ReadonlySet<string>): readonly OutlineRow[] {
  const rowsOf = (ids: readonly string[], level: number): readonly OutlineRow[] =>
    ids.flatMap((id, index) => {
      const node = outline.nodes.get(id)
      if (node === undefined) return []
      const { item, childIds, below } = node
      const branch = branchOf(childIds, open.has(id))
      const row = { id, item, level, place: index + 1, siblings: ids.length, below, branch }
      return branch === 'open' ? [row, ...rowsOf(childIds, level + 1)] : [row]
    })
  return rowsOf(outline.rootIds, 1)
}

function branchOf(childIds: readonly string[], isOpen: boolean): OutlineRow['branch'] {
  if (childIds.length === 0) return 'none'
  return isOpen ? 'open' : 'closed'
}

/** Ids above it, the nearest first. */
export function ancestorIds(outline: Outline, id: string): readonly string[] {
  const above: string[] = []
  let parent = outline.nodes.get(id)?.parentId ?? null
  while (parent !== null) {
    above.push(parent)
    parent = outline.nodes.get(parent)?.parentId ?? null
  }
  return above
}

/** The new place, from 1, of `id` one step up or down; null at the end. */
export function neighbouringPlace(outline: Outline, id: string, step: -1 | 1): number | null {
  const parentId = outline.nodes.get(id)?.parentId ?? null
  const siblings = parentId === null ? outline.rootIds : (outline.nodes.get(parentId)?.childIds ?? [])
  const place = siblings.indexOf(id) + 1 + step
  return parentId === null || place < 1 || place > siblings.length ? null : place
}

/** The place that `moved` takes when it is dropped before or after its sibling `target`; null elsewhere. */
export function droppedPlace(
  outline: Outline,
  moved: string,
  target: string,
  side: 'before' | 'after',
): number | null {
  const parentId = outline.nodes.get(moved)?.parentId ?? null
  const isSibling = parentId !== null && outline.nodes.get(target)?.parentId === parentId
  if (!isSibling || moved === target) return null
  const siblings = outline.nodes.get(parentId)?.childIds ?? []
  const others = siblings.filter((id) => id !== moved)
  const place = others.indexOf(target) + (side === 'before' ? 1 : 2)
  return place === siblings.indexOf(moved) + 1 ? null : place
}
