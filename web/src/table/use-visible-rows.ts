import { type RefObject, useEffect, useState } from 'react'

export interface VisibleRows {
  readonly first: number
  /** Excluded. */
  readonly last: number
}

/** Rows drawn beyond each edge. */
const BEYOND = 12
/** The edges move in steps, so that a scroll by a pixel draws nothing. */
const STEP = 6

/** Rows of a fixed height that a scrolling element shows, and some beyond: arithmetic alone, whatever their number. */
export function useVisibleRows(scroller: RefObject<HTMLElement | null>, total: number, rowHeight: number): VisibleRows {
  const [visible, setVisible] = useState<VisibleRows>({ first: 0, last: Math.min(total, 40) })
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const look = () => {
      const top = Math.floor(element.scrollTop / rowHeight)
      const height = Math.ceil(element.clientHeight / rowHeight)
      const first = Math.max(0, Math.floor((top - BEYOND) / STEP) * STEP)
      const last = Math.min(total, Math.ceil((top + height + BEYOND) / STEP) * STEP)
      setVisible((now) => (now.first === first && now.last === last ? now : { first, last }))
    }
    look()
    element.addEventListener('scroll', look, { passive: true })
    const resized = new ResizeObserver(look)
    resized.observe(element)
    return () => {
      element.removeEventListener('scroll', look)
      resized.disconnect()
    }
  }, [scroller, total, rowHeight])
  return visible
}
