import type { Source } from '../estate.ts'
import { compareNatural, compareTexts } from './compare.ts'
import type { SourceHead } from './sheet.ts'

/** A source while its sheets are read. */
export interface SourceDraft {
  readonly head: SourceHead
  readonly versions: Set<string>
  readonly servers: Set<string>
  /** Newest time of vMetaData, NaN before one is seen. */
  exportedAt: number
}

export interface SourceOrder {
  /** Sources in an order that does not depend on that of the arguments. */
  readonly sources: readonly Source[]
  /** Index given by `addSource` → index in `sources`. */
  readonly position: Uint16Array
  /** Whether two sources can be parts of one export: neither is known to be of another time. */
  isSameExport(a: number, b: number): boolean
  /** Negative where `a` is the newer one: by time of export, else by the greater file name. */
  newestFirst(a: number, b: number): number
  /** The time that decides between copies: an undated file is of the only known time, else older than any dated one. */
  timeOf(source: number): number
}

export function orderSources(drafts: readonly SourceDraft[]): SourceOrder {
  const times = new Set(drafts.map((it) => it.exportedAt).filter((time) => !Number.isNaN(time)))
  const [onlyTime] = times
  const undated = times.size === 1 ? onlyTime : Number.NEGATIVE_INFINITY
  const effective = drafts.map((it) => (Number.isNaN(it.exportedAt) ? undated : it.exportedAt))
  const byName = (a: number, b: number) =>
    compareTexts(drafts[a].head.file, drafts[b].head.file) || compareTexts(drafts[a].head.format, drafts[b].head.format)
  const order = drafts.map((_, index) => index).sort((a, b) => byName(a, b) || effective[a] - effective[b] || a - b)
  const position = new Uint16Array(drafts.length)
  order.forEach((source, index) => {
    position[source] = index
  })
  return {
    sources: order.map((source) => toSource(drafts[source])),
    position,
    isSameExport: (a, b) =>
      Number.isNaN(drafts[a].exportedAt) ||
      Number.isNaN(drafts[b].exportedAt) ||
      drafts[a].exportedAt === drafts[b].exportedAt,
    newestFirst: (a, b) => (a === b ? 0 : descending(effective[a], effective[b]) || byName(b, a)),
    timeOf: (source) => effective[source],
  }
}

function descending(a: number, b: number): number {
  return a > b ? -1 : a < b ? 1 : 0
}

function toSource({ head, versions, servers, exportedAt }: SourceDraft): Source {
  return {
    file: head.file,
    format: head.format,
    rvtoolsVersion: [...versions].sort(compareNatural).at(-1) ?? null,
    exportedAt: exportedAt as Source['exportedAt'],
    vcenters: [...servers].sort(compareTexts),
  }
}
