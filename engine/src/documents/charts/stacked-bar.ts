import { count, share } from '../wording/numbers.ts'
import { COLOURS, type Mark } from './colours.ts'
import { type Drawing, drawing, LABEL_SIZE, label, markedBar, riskShape, type Texture } from './svg.ts'
import { textWidth } from './text-width.ts'

export interface StackPart {
  readonly label: string
  readonly value: number
  readonly mark: Mark
  readonly texture?: Texture
}

const BAR_TOP = 16
const BAR_HEIGHT = 22
const HEIGHT = BAR_TOP + BAR_HEIGHT + 14
/** White between the parts: they are told apart even where two greys are alike. */
const GAP = 1.5
/** A part too small to see would be a part left out. */
const MIN_WIDTH = 3
const SHAPE = 11
const LABEL_GAP = 10

/** One bar of shares; names stand above their parts, shares below, moved apart where parts are narrow. */
export function stackedBar(parts: readonly StackPart[], width: number): Drawing {
  const shown = parts.filter((part) => part.value > 0)
  const total = shown.reduce((sum, part) => sum + part.value, 0)
  const widths = partWidths(shown, total, width - GAP * Math.max(0, shown.length - 1))
  const lefts = widths.map((_, i) => widths.slice(0, i).reduce((sum, w) => sum + w + GAP, 0))
  const names = shown.map((part) => `${count(part.value)} ${part.label}`)
  const nameWidths = names.map((name) => SHAPE + textWidth(name, LABEL_SIZE, true))
  const nameLefts = spread(lefts, nameWidths, width)
  const drawn = shown.map((part, i) => {
    const text = share(part.value / total)
    const fits = textWidth(text, LABEL_SIZE) <= widths[i]
    return [
      riskShape(nameLefts[i], 5.5, part.mark),
      label(nameLefts[i] + SHAPE, 9, names[i], { isBold: true }),
      markedBar(lefts[i], BAR_TOP, widths[i], BAR_HEIGHT, part.mark, part.texture),
      fits ? label(lefts[i], BAR_TOP + BAR_HEIGHT + 11, text, { colour: COLOURS.secondInk }) : '',
    ].join('')
  })
  const alt = shown.map((part, i) => `${names[i]} (${share(part.value / total)})`).join(', ')
  const areas = shown.map((part, i) => ({
    index: parts.indexOf(part),
    x: lefts[i],
    y: BAR_TOP,
    width: widths[i],
    height: BAR_HEIGHT,
  }))
  return drawing(width, HEIGHT, alt, drawn, areas)
}

function partWidths(parts: readonly StackPart[], total: number, width: number): number[] {
  const wanted = parts.map((part) => Math.max(MIN_WIDTH, (part.value / total) * width))
  const excess = wanted.reduce((sum, w) => sum + w, 0) - width
  const widest = wanted.indexOf(Math.max(...wanted))
  return wanted.map((w, i) => (i === widest ? w - excess : w))
}

/** Left edges at or right of `lefts` that keep labels apart and inside the width. */
function spread(lefts: readonly number[], widths: readonly number[], width: number): number[] {
  const placed: number[] = []
  for (const [i, left] of lefts.entries()) {
    const free = i === 0 ? 0 : placed[i - 1] + widths[i - 1] + LABEL_GAP
    placed.push(Math.max(left, free))
  }
  let limit = width
  for (let i = placed.length - 1; i >= 0; i--) {
    placed[i] = Math.max(0, Math.min(placed[i], limit - widths[i]))
    limit = placed[i] - LABEL_GAP
  }
  return placed
}
