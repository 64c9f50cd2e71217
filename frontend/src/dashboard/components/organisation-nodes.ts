import type { FoundOrganisation, TreeItem } from './organisation-options-query'

export interface OrganisationNode {
  readonly id: string
  readonly pId: string | null
  readonly value: string
  readonly title: string
  readonly isLeaf: boolean
  readonly selectable: boolean
}

/** Nodes of antd's simple tree; an item whose parent is not shown stands at the top. */
export function levelNodes(
  items: readonly TreeItem[],
  kinds: readonly string[] | undefined,
): readonly OrganisationNode[] {
  const unique = [...new Map(items.map((item) => [item.id, item])).values()]
  const ids = new Set(unique.map(({ id }) => id))
  return unique.map(({ id, parent_id, name, kind, child_count }) => ({
    id,
    pId: parent_id !== null && ids.has(parent_id) ? parent_id : null,
    value: id,
    title: name,
    isLeaf: child_count === 0,
    selectable: isOfKind(kind, kinds),
  }))
}

export function foundNodes(
  found: readonly FoundOrganisation[],
  kinds: readonly string[] | undefined,
): readonly OrganisationNode[] {
  return found
    .filter(({ kind }) => isOfKind(kind, kinds))
    .map(({ id, name }) => ({ id, pId: null, value: id, title: name, isLeaf: true, selectable: true }))
}

function isOfKind(kind: string, kinds: readonly string[] | undefined): boolean {
  return kinds === undefined || kinds.includes(kind)
}
