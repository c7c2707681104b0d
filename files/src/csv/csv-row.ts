import { CellKind, type Row } from '@portolan/engine/inventory/rvtools/sheet'
import type { Instant } from '@portolan/engine/units'
import { parseDateText } from '../cells/date-text.ts'
import { parseNumberText } from '../cells/number-text.ts'
import type { CsvDialect } from './csv-dialect.ts'
import { fieldText } from './csv-encoding.ts'
import type { Fields } from './csv-scanner.ts'

/** The current record of a CSV file. Everything in it is text; `kind` says what the text reads as. */
export class CsvRow implements Row {
  rowNumber = 0
  private readonly fields: Fields
  private readonly dialect: CsvDialect

  constructor(fields: Fields, dialect: CsvDialect) {
    this.fields = fields
    this.dialect = dialect
  }

  get isBlank(): boolean {
    const { bytes, count, starts, ends } = this.fields
    for (let column = 0; column < count; column++) {
      for (let at = starts[column]; at < ends[column]; at++) if (bytes[at] > 32) return false
    }
    return true
  }

  kind(column: number): CellKind {
    const text = this.text(column)
    if (text === '') return CellKind.empty
    if (!Number.isNaN(parseNumberText(text, this.dialect.decimal))) return CellKind.number
    return Number.isNaN(parseDateText(text, this.dialect.dayOrder)) ? CellKind.text : CellKind.date
  }

  text(column: number): string {
    const { bytes, count, starts, ends, doubled } = this.fields
    if (column >= count) return ''
    const text = fieldText(bytes, starts[column], ends[column]).trim()
    return doubled[column] === 1 ? text.replaceAll('""', '"') : text
  }

  number(column: number): number {
    return parseNumberText(this.text(column), this.dialect.decimal)
  }

  instant(column: number): Instant {
    return parseDateText(this.text(column), this.dialect.dayOrder)
  }

  key(): number {
    return -1
  }
}
