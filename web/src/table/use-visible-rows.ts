import { type RefObject, useEffect, useState } from 'react'

export interface VisibleRows {
  readonly first: number
  /** Excluded. */
  readonly last: number
  /** Most rows that are ever in sight at this height. */
  readonly most: number
}

/** Rows drawn beyond each edge. */
const BEYOND = 6
/** The edges move in steps, so that a scroll by a pixel draws nothing. */
const STEP = 4
const BEFORE_MEASURED = 40

/** Rows of a fixed height that a scrolling element shows, and some beyond: arithmetic alone, whatever their number. */
export function useVisibleRows(scroller: RefObject<HTMLElement | null>, total: number, rowHeight: number): VisibleRows {
  const [visible, setVisible] = useState({ first: 0, last: BEFORE_MEASURED, most: BEFORE_MEASURED })
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    let height = element.clientHeight
    const look = () => {
      const inSight = Math.ceil(height / rowHeight)
      const top = Math.floor(element.scrollTop / rowHeight)
      const first = Math.max(0, Math.floor((top - BEYOND) / STEP) * STEP)
      const last = Math.ceil((top + inSight + BEYOND) / STEP) * STEP
      const most = inSight + 2 * (BEYOND + STEP)
      setVisible((now) => (now.first === first && now.last === last && now.most === most ? now : { first, last, most }))
    }
    look()
    element.addEventListener('scroll', look, { passive: true })
    const resized = new ResizeObserver(() => {
      height = element.clientHeight
      look()
    })
    resized.observe(element)
    return () => {
      element.removeEventListener('scroll', look)
      resized.disconnect()
    }
  }, [scroller, rowHeight])
  return { ...visible, last: Math.min(total, visible.last) }
}
