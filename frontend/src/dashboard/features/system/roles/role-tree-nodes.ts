import type { TreeItem } from '../../../components/organisation-options-query'

export interface RoleTreeNode {
  readonly key: string
  readonly title: string
  readonly isLeaf: boolean
  /** Undefined as long as they have not been asked for. */
  readonly children?: RoleTreeNode[]
}

/** The known organisations as antd's tree; one whose superior is not known stands at the top. */
export function roleTreeNodes(items: readonly TreeItem[]): readonly RoleTreeNode[] {
  const unique = [...new Map(items.map((item) => [item.id, item])).values()]
  const known = new Set(unique.map(({ id }) => id))
  const childrenOf = new Map<string | null, TreeItem[]>()
  for (const item of unique) {
    const parent = item.parent_id !== null && known.has(item.parent_id) ? item.parent_id : null
    childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), item])
  }
  const node = ({ id, short_name, name, child_count }: TreeItem): RoleTreeNode => {
    const children = childrenOf.get(id)
    return {
      key: id,
      title: short_name ?? name,
      isLeaf: child_count === 0,
      ...(children !== undefined && { children: children.map(node) }),
    }
  }
  return (childrenOf.get(null) ?? []).map(node)
}
