import type { Paint } from './palette.ts'
import { pad, textWidth, wrap } from './width.ts'

/** What a summary needs to know of the terminal. */
export interface Screen {
  readonly width: number
  readonly paint: Paint
  readonly coloured: boolean
}

const INDENT = 2
const LABEL_WIDTH = 12
/** Where the text of a labelled block begins. */
export const TEXT_COLUMN = INDENT + LABEL_WIDTH

/** Columns that the text of a labelled block may take. */
export function textWidthOf({ width }: Screen): number {
  return width - TEXT_COLUMN
}

/** A faint label and the lines that belong to it; nothing when there are no lines. */
export function labelled(label: string, lines: readonly string[], { paint }: Screen): string[] {
  return lines.map((line, i) => {
    const head = i === 0 ? paint('faint', pad(label, LABEL_WIDTH)) : ' '.repeat(LABEL_WIDTH)
    return `${' '.repeat(INDENT)}${head}${line}`.trimEnd()
  })
}

/**
 * Parts joined by a gap, broken into as many lines as the width asks for; parts may carry colours. A part that is wider
 * than a line is broken at its blanks.
 */
export function flow(parts: readonly string[], width: number, gap = '   '): string[] {
  const lines: string[] = []
  let line = ''
  for (const part of parts.filter((it) => it !== '')) {
    const longer = line === '' ? part : `${line}${gap}${part}`
    if (textWidth(longer) <= width) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    const broken = wrap(part, width)
    lines.push(...broken.slice(0, -1))
    line = broken.at(-1)!
  }
  return line === '' ? lines : [...lines, line]
}

/** Left and right on one line; of the right ones the first that fits, or none. */
export function leftAndRight(left: string, rights: readonly string[], width: number): string {
  for (const right of rights) {
    const gap = width - textWidth(left) - textWidth(right)
    if (gap >= 2) return left + ' '.repeat(gap) + right
  }
  return left
}
