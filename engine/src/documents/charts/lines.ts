import { COLOURS, MARK_FILLS, type Mark } from './colours.ts'
import { axisTo } from './scale.ts'
import { type Drawing, drawing, LABEL_SIZE, label, line, n, path } from './svg.ts'
import { textWidth } from './text-width.ts'

export interface LineSeries {
  readonly name: string
  readonly mark: Mark
  /** One value for each place on the x axis; NaN leaves a hole. */
  readonly values: readonly number[]
  readonly isDashed?: boolean
}

export interface LineChart {
  /** Names of the places on the x axis; as many are written as fit. */
  readonly places: readonly string[]
  readonly series: readonly LineSeries[]
  /** Writes a value of the y axis. */
  readonly tick: (value: number) => string
  /** A moment to point out: a deadline. `place` may lie between two places. */
  readonly marker?: { readonly place: number; readonly label: string }
}

const TOP = 16
const PLOT = 110
const BOTTOM = 18
const LABEL_ROOM = 12

/** Values over time, from zero; each line carries its name at its end. */
export function lineChart(chart: LineChart, width: number): Drawing {
  const { places, series, tick, marker } = chart
  const axis = axisTo(Math.max(0, ...series.flatMap((s) => s.values.filter(Number.isFinite))))
  const left = Math.max(...axis.ticks.map((value) => textWidth(tick(value), LABEL_SIZE))) + 8
  const right = width - Math.max(0, ...series.map((s) => textWidth(s.name, LABEL_SIZE, true))) - 8
  const last = Math.max(1, places.length - 1, marker ? Math.ceil(marker.place) : 0)
  const x = (place: number) => left + (place / last) * (right - left)
  const y = (value: number) => TOP + PLOT - (value / axis.max) * PLOT
  const floor = TOP + PLOT
  const grid = axis.ticks.map(
    (value) =>
      line(left, y(value), right, y(value), value === 0 ? COLOURS.border : COLOURS.hairline) +
      label(left - 6, y(value) + 3, tick(value), { anchor: 'end', colour: COLOURS.secondInk }),
  )
  const nameHeights = apart(series.map((s) => y(lastOf(s.values))))
  const lines = series.map(
    (s, i) =>
      path(points(s.values, x, y), MARK_FILLS[s.mark], s.isDashed ? '4 3' : '') +
      (s.values.filter(Number.isFinite).length === 1 ? dot(x(0), y(lastOf(s.values)), MARK_FILLS[s.mark]) : '') +
      label(right + 6, nameHeights[i] + 3, s.name, { isBold: true, colour: MARK_FILLS[s.mark] }),
  )
  const alt = series
    .map((s) => `${s.name}: ${tick(s.values.find(Number.isFinite) ?? 0)} to ${tick(lastOf(s.values))}`)
    .join('; ')
  const parts = [
    ...grid,
    ...placeLabels(places, x, floor, right - left),
    ...lines,
    marker ? markerLine(x(marker.place), marker.label, left, right, floor) : '',
  ]
  const step = (right - left) / last
  const areas = places.map((_, index) => ({ index, x: x(index) - step / 2, y: TOP, width: step, height: PLOT }))
  return drawing(width, floor + BOTTOM, alt, parts, areas)
}

function points(values: readonly number[], x: (place: number) => number, y: (value: number) => number): string {
  let pen = 'M'
  let d = ''
  for (const [i, value] of values.entries()) {
    if (!Number.isFinite(value)) {
      pen = 'M'
      continue
    }
    d += `${pen}${n(x(i))} ${n(y(value))}`
    pen = 'L'
  }
  return d || 'M0 0'
}

function dot(cx: number, cy: number, fill: string): string {
  return `<circle cx="${n(cx)}" cy="${n(cy)}" r="2.5" fill="${fill}"/>`
}

function placeLabels(places: readonly string[], x: (place: number) => number, floor: number, width: number): string[] {
  const room = Math.max(...places.map((place) => textWidth(place, LABEL_SIZE)), 1) + 14
  const every = Math.max(1, Math.ceil((places.length * room) / Math.max(room, width)))
  return places.map((place, i) =>
    i % every === 0
      ? label(x(i), floor + 13, place, { anchor: i === 0 ? 'start' : 'middle', colour: COLOURS.secondInk })
      : '',
  )
}

function markerLine(at: number, text: string, left: number, right: number, floor: number): string {
  const half = textWidth(text, LABEL_SIZE, true) / 2
  const middle = Math.min(Math.max(at, left + half), right - half)
  return (
    line(at, TOP - 3, at, floor, COLOURS.ink, '2 2') + label(middle, TOP - 7, text, { anchor: 'middle', isBold: true })
  )
}

function lastOf(values: readonly number[]): number {
  return values.filter(Number.isFinite).at(-1) ?? 0
}

/** Heights moved down until no two names lie on each other. */
function apart(heights: readonly number[]): number[] {
  const order = heights.map((_, i) => i).sort((a, b) => heights[a] - heights[b] || a - b)
  const placed = [...heights]
  for (const [k, i] of order.entries()) {
    if (k > 0) placed[i] = Math.max(placed[i], placed[order[k - 1]] + LABEL_ROOM)
  }
  return placed
}
