import type { TreeItem } from '../organisation-types'
import type { Preview } from './change-types'

export type PreviewMark = 'added' | 'removed' | 'renamed' | 'moved' | 'leaving'

export interface PreviewRow {
  readonly item: TreeItem
  /** 0 at the top of what is shown. */
  readonly level: number
  readonly mark: PreviewMark | null
  /** What it was called before, where it is renamed. */
  readonly formerName: string | null
}

interface PreviewRows {
  readonly before: readonly PreviewRow[]
  readonly after: readonly PreviewRow[]
}

/** Both outlines with what differs between them marked; nothing is while there is no `after`. */
export function previewRows({ before, after }: Pick<Preview, 'before' | 'after'>): PreviewRows {
  const old = byId(before)
  const coming = byId(after)
  const markBefore = ({ id, parent_id }: TreeItem): PreviewMark | null => {
    if (after.length === 0) return null
    const then = coming.get(id)
    if (then === undefined) return 'removed'
    return then.parent_id === parent_id ? null : 'leaving'
  }
  const markAfter = ({ id, parent_id, name }: TreeItem): PreviewMark | null => {
    const was = old.get(id)
    if (was === undefined) return 'added'
    if (was.parent_id !== parent_id) return 'moved'
    return was.name === name ? null : 'renamed'
  }
  const formerName = ({ id, name }: TreeItem) => {
    const was = old.get(id)?.name ?? name
    return was === name ? null : was
  }
  return {
    before: rowsOf(before, (item) => ({ mark: markBefore(item), formerName: null })),
    after: rowsOf(after, (item) => ({ mark: markAfter(item), formerName: formerName(item) })),
  }
}

function byId(items: readonly TreeItem[]): ReadonlyMap<string, TreeItem> {
  return new Map(items.map((item) => [item.id, item]))
}

function rowsOf(
  items: readonly TreeItem[],
  told: (item: TreeItem) => Pick<PreviewRow, 'mark' | 'formerName'>,
): readonly PreviewRow[] {
  const levels = new Map<string, number>()
  return items.map((item) => {
    const above = item.parent_id === null ? undefined : levels.get(item.parent_id)
    const level = above === undefined ? 0 : above + 1
    levels.set(item.id, level)
    return { item, level, ...told(item) }
  })
}
