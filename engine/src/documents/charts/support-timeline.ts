import { type Instant, type IsoDate, MS_PER_DAY } from '../../units.ts'
import { dayOf } from '../wording/dates.ts'
import { count } from '../wording/numbers.ts'
import { COLOURS, type Mark } from './colours.ts'
import { type Drawing, drawing, LABEL_SIZE, label, line, markedBar, n } from './svg.ts'
import { fitted, textWidth } from './text-width.ts'

/** A system with its ends of vendor support. */
export interface SupportSpan {
  readonly label: string
  readonly vms: number
  readonly standardEnd: IsoDate
  /** End of support that must be paid for; null where there is none. */
  readonly paidEnd: IsoDate | null
}

const TOP = 16
const ROW = 17
const BAR = 9
const BOTTOM = 16
const GAP = 7
const MAX_LABEL_SHARE = 0.32
/** An end within this time is soon: amber. */
const SOON_MS = 365 * MS_PER_DAY
const YEAR_MS = 365.25 * MS_PER_DAY

/**
 * When vendors stop caring: a row for each system, solid until standard support ends, hatched while support can be
 * bought, and a line for the day of the assessment. What ended long ago starts at the left edge.
 */
export function supportTimeline(spans: readonly SupportSpan[], asOf: Instant, width: number): Drawing {
  const names = spans.map((span) => `${span.label} · ${count(span.vms)}`)
  const labelWidth = Math.min(width * MAX_LABEL_SHARE, Math.max(0, ...names.map((name) => textWidth(name, LABEL_SIZE))))
  const left = labelWidth + GAP
  const first = asOf - 2 * YEAR_MS
  const ends = spans.map((span) => at(span.paidEnd ?? span.standardEnd))
  const last = Math.min(Math.max(asOf + 3 * YEAR_MS, ...ends) + YEAR_MS / 2, asOf + 12 * YEAR_MS)
  const right = width - 4
  const x = (time: number) => left + ((Math.min(Math.max(time, first), last) - first) / (last - first)) * (right - left)
  const floor = TOP + spans.length * ROW
  const rows = spans.map((span, i) => spanRow(span, names[i], i, { left, labelWidth, asOf, x, width }))
  const today = x(asOf)
  const asOfLabel = `as of ${dayOf(new Date(asOf).toISOString().slice(0, 10))}`
  const parts = [
    ...yearLines(first, last, floor, x),
    ...rows,
    line(today, TOP - 3, today, floor + 2, COLOURS.ink),
    label(today, TOP - 6, asOfLabel, { anchor: 'middle', isBold: true }),
  ]
  const areas = spans.map((_, index) => ({ index, x: 0, y: TOP + index * ROW, width, height: ROW }))
  return drawing(width, floor + BOTTOM, altOf(spans), parts, areas)
}

interface Frame {
  readonly left: number
  readonly labelWidth: number
  readonly asOf: Instant
  readonly x: (time: number) => number
  readonly width: number
}

function spanRow(span: SupportSpan, name: string, row: number, { left, labelWidth, asOf, x, width }: Frame): string {
  const top = TOP + row * ROW + (ROW - BAR) / 2
  const baseline = top + BAR - 1.3
  const standard = at(span.standardEnd)
  const paid = span.paidEnd ? at(span.paidEnd) : standard
  const mark = supportMark(span.standardEnd, asOf)
  const text = standard < asOf ? `ended ${dayOf(span.standardEnd)}` : dayOf(span.standardEnd)
  const end = Math.max(x(standard), x(paid))
  const textLeft = Math.max(end, x(standard) < x(asOf) ? x(asOf) : 0) + 5
  const fits = textLeft + textWidth(text, LABEL_SIZE) <= width
  return [
    label(labelWidth, baseline, fitted(name, LABEL_SIZE, labelWidth), { anchor: 'end' }),
    x(standard) > left ? markedBar(left, top, x(standard) - left, BAR, mark) : '',
    paid > standard ? markedBar(x(standard), top, x(paid) - x(standard), BAR, mark, 'hatch') : '',
    x(standard) <= left ? arrow(left, top + BAR / 2) : '',
    fits
      ? label(textLeft, baseline, text, { colour: textColour(mark) })
      : label(x(standard) - 5, baseline, text, { anchor: 'end', colour: COLOURS.surface, isBold: true }),
  ].join('')
}

/** Red: over; amber: within a year; else green. */
export function supportMark(standardEnd: IsoDate, asOf: Instant): Mark {
  const end = at(standardEnd)
  if (end < asOf) return 'red'
  return end < asOf + SOON_MS ? 'amber' : 'green'
}

function textColour(mark: Mark): string {
  return mark === 'red' ? COLOURS.redText : mark === 'amber' ? COLOURS.amberText : COLOURS.secondInk
}

/** Points to the past: the end lies left of the chart. */
function arrow(left: number, middle: number): string {
  return `<path d="M${n(left + 1)} ${n(middle)}l6 -3.5v7z" fill="#C44A3D"/>`
}

function yearLines(first: number, last: number, floor: number, x: (time: number) => number): string[] {
  const from = new Date(first).getUTCFullYear() + 1
  const to = new Date(last).getUTCFullYear()
  const every = to - from > 8 ? 2 : 1
  const lines: string[] = []
  for (let year = from; year <= to; year++) {
    const at = x(Date.UTC(year, 0, 1))
    lines.push(line(at, TOP, at, floor, COLOURS.hairline))
    if ((year - from) % every === 0)
      lines.push(label(at, floor + 12, String(year), { anchor: 'middle', colour: COLOURS.secondInk }))
  }
  return lines
}

/** The last supported day counts whole. */
function at(date: IsoDate): number {
  return Date.parse(`${date}T00:00:00Z`) + MS_PER_DAY - 1
}

function altOf(spans: readonly SupportSpan[]): string {
  return spans.map((span) => `${span.label}, ${count(span.vms)} VMs: ${dayOf(span.standardEnd)}`).join('; ')
}
