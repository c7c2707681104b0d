import { count } from '../wording/numbers.ts'
import { COLOURS, type Mark } from './colours.ts'
import { type Drawing, drawing, LABEL_SIZE, label, line, markedBar } from './svg.ts'
import { fitted } from './text-width.ts'

export interface Column {
  readonly label: string
  readonly value: number
  readonly mark?: Mark
}

const TOP = 14
const PLOT = 96
const BOTTOM = 16
const FILLED = 0.72

/** A histogram: one column a class, from zero, the count on its head. */
export function columnChart(columns: readonly Column[], width: number): Drawing {
  const most = Math.max(1, ...columns.map((column) => column.value))
  const step = width / Math.max(1, columns.length)
  const floor = TOP + PLOT
  const parts = columns.map(({ label: name, value, mark = 'blue' }, i) => {
    const height = value === 0 ? 0 : Math.max(1, (value / most) * PLOT)
    const middle = (i + 0.5) * step
    return [
      markedBar(middle - (step * FILLED) / 2, floor - height, step * FILLED, height, mark),
      label(middle, floor - height - 4, count(value), {
        anchor: 'middle',
        isBold: value > 0,
        colour: value > 0 ? COLOURS.ink : COLOURS.secondInk,
      }),
      label(middle, floor + 12, fitted(name, LABEL_SIZE, step), { anchor: 'middle', colour: COLOURS.secondInk }),
    ].join('')
  })
  const alt = columns.map(({ label: name, value }) => `${name}: ${count(value)}`).join('; ')
  const areas = columns.map((_, index) => ({ index, x: index * step, y: 0, width: step, height: floor + BOTTOM }))
  return drawing(width, floor + BOTTOM, alt, [...parts, line(0, floor, width, floor, COLOURS.border)], areas)
}
