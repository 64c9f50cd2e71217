import { useMemo, useState } from 'react'
import { ancestorIds, type Outline } from './outline-model'

/** Which branches are open: the top, and the way to what was selected first, until somebody decides otherwise. */
export function useOutlineOpen(outline: Outline, selectedId: string | undefined) {
  const [first] = useState(selectedId)
  const [decided, setDecided] = useState<ReadonlyMap<string, boolean>>(new Map())
  const open = useMemo(() => {
    const ids = new Set([...outline.rootIds, ...(first === undefined ? [] : ancestorIds(outline, first))])
    for (const [id, isOpen] of decided) {
      if (isOpen) ids.add(id)
      else ids.delete(id)
    }
    return ids
  }, [outline, first, decided])
  const toggle = (id: string, isOpen: boolean) => setDecided((before) => new Map(before).set(id, isOpen))
  const reveal = (id: string) =>
    setDecided((before) => {
      const way = ancestorIds(outline, id).map((above) => [above, true] as const)
      return new Map([...before, ...way])
    })
  return { open, toggle, reveal }
}
