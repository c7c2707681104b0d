import { type DayOrder, dayOrderOf } from '../cells/date-text.ts'
import { type DecimalSign, decimalSignOf } from '../cells/number-text.ts'
import type { ReadLimits } from '../read-limits.ts'
import { fieldText } from './csv-encoding.ts'
import { CsvScanner } from './csv-scanner.ts'

/** How one CSV file is written. RVTools follows the regional settings of the machine it ran on. */
export interface CsvDialect {
  /** The byte between fields. */
  readonly delimiter: number
  readonly decimal: DecimalSign
  readonly dayOrder: DayOrder
  /** Bytes of a first line `sep=;`, which is for spreadsheet programs and no record. */
  readonly hintBytes: number
}

const DELIMITERS = [',', ';', '\t', '|']
const QUOTE = 34
const LINES_TO_COUNT = 5
const HINT = /^"?sep=(.)"?\r?\n/i

/** Tells the dialect from the first part of a file: the more of it, the surer. */
export function sniffDialect(sample: Buffer, limits: ReadLimits): CsvDialect {
  const hint = HINT.exec(sample.toString('latin1', 0, 16))
  const hintBytes = hint ? hint[0].length : 0
  const rest = sample.subarray(hintBytes)
  const delimiter = hint ? hint[1].charCodeAt(0) : sniffDelimiter(rest)
  const { points, commas, dayFirst, monthFirst } = countSigns(rest, delimiter, limits)
  // Versions such as `7.0` look like decimals and stand in every row; `1,5` is only ever a number. So with any other
  // delimiter than a comma one decimal comma outweighs all points.
  const isComma = delimiter === 44 ? commas > points : commas > 0 || (points === 0 && delimiter === 59)
  const decimal = isComma ? ',' : '.'
  // Where no day above 12 settles it: who writes a decimal comma writes the day first.
  const dayOrder = dayFirst === monthFirst ? (isComma ? 'dmy' : 'mdy') : dayFirst > monthFirst ? 'dmy' : 'mdy'
  return { delimiter, decimal, dayOrder, hintBytes }
}

/** The sign that the first lines have most of, outside quotes. */
function sniffDelimiter(sample: Buffer): number {
  const counts = new Map(DELIMITERS.map((sign) => [sign.charCodeAt(0), 0]))
  let isQuoted = false
  let lines = 0
  for (let at = 0; at < sample.length && lines < LINES_TO_COUNT; at++) {
    const sign = sample[at]
    if (sign === QUOTE) isQuoted = !isQuoted
    else if (isQuoted) continue
    else if (sign === 10) lines++
    else if (counts.has(sign)) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  }
  let best = 44
  for (const [sign, count] of counts) if (count > (counts.get(best) ?? 0)) best = sign
  return best
}

function countSigns(sample: Buffer, delimiter: number, limits: ReadLimits) {
  const seen = { points: 0, commas: 0, dayFirst: 0, monthFirst: 0 }
  new CsvScanner(delimiter, limits).push(sample, ({ bytes, count, starts, ends }) => {
    for (let column = 0; column < count; column++) {
      const first = bytes[starts[column]]
      // Numbers and dates start with a digit or a sign, and neither is long.
      if (first > 57 || first < 43 || ends[column] - starts[column] > 32) continue
      const text = fieldText(bytes, starts[column], ends[column]).trim()
      const decimal = decimalSignOf(text)
      if (decimal === '.') seen.points++
      else if (decimal === ',') seen.commas++
      const order = dayOrderOf(text)
      if (order === 'dmy') seen.dayFirst++
      else if (order === 'mdy') seen.monthFirst++
    }
    return true
  })
  return seen
}
