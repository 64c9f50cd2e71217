import { useEffect, useLayoutEffect, useRef, useState } from 'react'

interface RowWindow {
  readonly scroller: React.RefObject<HTMLDivElement | null>
  readonly onScroll: () => void
  /** First row to draw and the one after the last. */
  readonly from: number
  readonly to: number
}

const SPARE_ROWS = 12
const HEIGHT_BEFORE_LAYOUT = 800

/** Which of `count` rows of one height stand in view; keeps row `current` in view when it changes. */
export function useRowWindow(count: number, rowHeight: number, current: number): RowWindow {
  const scroller = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  const [height, setHeight] = useState(HEIGHT_BEFORE_LAYOUT)

  useEffect(() => {
    const box = scroller.current
    if (box === null) return
    const observer = new ResizeObserver(() => setHeight(box.clientHeight || HEIGHT_BEFORE_LAYOUT))
    observer.observe(box)
    return () => observer.disconnect()
  }, [])

  useLayoutEffect(() => {
    const box = scroller.current
    if (box === null || current < 0 || box.clientHeight === 0) return
    const rowTop = current * rowHeight
    // The head sticks to the top and covers one row.
    const lowest = rowTop + 2 * rowHeight - box.clientHeight
    if (rowTop < box.scrollTop) box.scrollTop = rowTop
    else if (lowest > box.scrollTop) box.scrollTop = lowest
  }, [current, rowHeight])

  const first = Math.floor(top / rowHeight) - SPARE_ROWS
  const last = Math.ceil((top + height) / rowHeight) + SPARE_ROWS
  return {
    scroller,
    onScroll: () => setTop(scroller.current?.scrollTop ?? 0),
    from: Math.max(0, Math.min(first, count)),
    to: Math.max(0, Math.min(last, count)),
  }
}
