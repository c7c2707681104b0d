import { COLOURS, type Mark } from './colours.ts'
import { type Drawing, drawing, LABEL_SIZE, label, line, markedBar, type Texture } from './svg.ts'
import { fitted, textWidth } from './text-width.ts'

export interface BarRow {
  readonly label: string
  readonly parts: readonly { readonly value: number; readonly mark: Mark; readonly texture?: Texture }[]
  /** Stands right of the bar: the value in words, and whatever else one should know. */
  readonly value: string
  /** Second ink, after the value. */
  readonly note?: string
}

const ROW = 17
const BAR = 11
const MAX_LABEL_SHARE = 0.36
const MAX_VALUE_SHARE = 0.4
const GAP = 7

/** A ranking: one bar a row, from zero, with name at the left and value at its end. */
export function horizontalBars(rows: readonly BarRow[], width: number): Drawing {
  const labelWidth = Math.min(width * MAX_LABEL_SHARE, widest(rows.map((row) => row.label)))
  const ends = rows.map((row) => (row.note ? `${row.value}  ${row.note}` : row.value))
  const valueWidth = Math.min(width * MAX_VALUE_SHARE, widest(ends) * 1.03)
  const left = labelWidth + GAP
  const scale = (width - left - valueWidth - GAP) / Math.max(1, ...rows.map(sumOf))
  const parts = rows.map((row, i) => {
    const top = i * ROW + (ROW - BAR) / 2
    const baseline = top + BAR - 2.3
    let x = left
    const bars = row.parts.map((part) => {
      const bar = markedBar(
        x,
        top,
        Math.max(part.value > 0 ? 0.75 : 0, part.value * scale),
        BAR,
        part.mark,
        part.texture,
      )
      x += part.value * scale
      return bar
    })
    const valueLeft = x + GAP
    const noteLeft = valueLeft + textWidth(row.value, LABEL_SIZE, true) + 6
    return [
      label(labelWidth, baseline, fitted(row.label, LABEL_SIZE, labelWidth), { anchor: 'end' }),
      ...bars,
      label(valueLeft, baseline, row.value, { isBold: true }),
      row.note
        ? label(noteLeft, baseline, fitted(row.note, LABEL_SIZE, width - noteLeft), { colour: COLOURS.secondInk })
        : '',
    ].join('')
  })
  const height = rows.length * ROW
  const alt = rows.map((row, i) => `${row.label}: ${ends[i]}`).join('; ')
  const areas = rows.map((_, index) => ({ index, x: 0, y: index * ROW, width, height: ROW }))
  return drawing(width, height, alt, [...parts, line(left, 0, left, height, COLOURS.border)], areas)
}

function sumOf(row: BarRow): number {
  return row.parts.reduce((sum, part) => sum + part.value, 0)
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => textWidth(text, LABEL_SIZE, true)))
}
