/** Where a card stands that explains something: below it, or above where there is no room. */
export interface Place {
  readonly left?: number
  readonly right?: number
  readonly top?: number
  readonly bottom?: number
}

/** As `explained.module.css` has it; what is narrower has room as well. */
const CARD_WIDTH = 340
const GAP = 6
const EDGE = 8
/** Less room than this below, and the card stands above. */
const LEAST_ROOM = 240

/** A place in the window, in pixels; a card that would leave it at the right ends with its target. */
export function placeBeside(target: HTMLElement, leastRoom = LEAST_ROOM): Place {
  const box = target.getBoundingClientRect()
  const across =
    box.left + CARD_WIDTH + EDGE > window.innerWidth
      ? { right: Math.max(EDGE, window.innerWidth - box.right) }
      : { left: Math.max(EDGE, box.left) }
  return window.innerHeight - box.bottom < leastRoom && box.top > leastRoom
    ? { ...across, bottom: window.innerHeight - box.top + GAP }
    : { ...across, top: box.bottom + GAP }
}
