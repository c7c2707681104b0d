/**
 * How much of a foreign file is believed before it is called an attack or a mistake. All are counted on bytes and rows
 * that really came out, never on what a header promises.
 */
export interface ReadLimits {
  /** Inflated bytes of all parts of one file together. */
  readonly totalBytes: number
  /** Inflated ÷ deflated bytes of one part; an export of RVTools is between 6 and 15. */
  readonly ratio: number
  /** Below this many inflated bytes no ratio is held against a part: a sheet of blank rows deflates very well. */
  readonly ratioFloorBytes: number
  readonly zipEntries: number
  readonly rowsPerSheet: number
  readonly columns: number
  readonly rowBytes: number
  readonly sharedStrings: number
  readonly sharedStringBytes: number
  /** Parts that are read whole: workbook, relationships, styles. */
  readonly partBytes: number
  /** Legacy workbooks are read whole by a library that keeps every cell. */
  readonly xlsBytes: number
}

const MIB = 2 ** 20
const GIB = 2 ** 30

export const READ_LIMITS: ReadLimits = {
  totalBytes: 8 * GIB,
  ratio: 100,
  ratioFloorBytes: 10 * MIB,
  zipEntries: 10_000,
  // What a worksheet can hold: https://support.microsoft.com, "Excel specifications and limits".
  rowsPerSheet: 1_048_576,
  columns: 16_384,
  rowBytes: 32 * MIB,
  sharedStrings: 50_000_000,
  sharedStringBytes: 2 * GIB,
  partBytes: 32 * MIB,
  xlsBytes: 64 * MIB,
}
