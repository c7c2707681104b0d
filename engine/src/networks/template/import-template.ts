import { decideNetworkMapping, type NetworkMappingChange } from '../decide-network-mapping.ts'
import { MAPPING_ISSUES, type MappingIssueCode } from '../mapping-issues.ts'
import type { NetworkMapping } from '../network-mapping.ts'
import { NetworkMappingDecision } from '../network-mapping-decision.ts'
import type { MappingField } from '../network-mappings.ts'
import type { ReadTemplate } from './read-template.ts'
import { CLEARS, listOf, TEMPLATE_COLUMNS, type TemplateContext } from './template-columns.ts'

/** Why a row of the file changes nothing, not even by what is wrong with it. */
export const SKIP_CAUSES = {
  blank_source: 'names no source network',
  none_network: 'is about "none", which is no network',
  no_match: 'names a network that is not in the map',
  ambiguous: 'names a network that several vCenters have; fill in the vCenter',
  repeated: 'is about a network that a row above is about',
  nothing_filled: 'has no cell filled in',
} as const
export type SkipCause = keyof typeof SKIP_CAUSES

export interface TemplateRowResult {
  readonly rowNumber: number
  /** As the file says it. */
  readonly source: string
  /** Index into the rows of the map; null where it is skipped. */
  readonly row: number | null
  readonly outcome: 'changed' | 'unchanged' | 'skipped'
  readonly cause: SkipCause | null
  /** What becomes of each value, as the sheet writes both. */
  readonly changes: readonly { readonly column: string; readonly before: string; readonly after: string }[]
  /** Cells that cannot be read; the others of the row are taken all the same. */
  readonly rejected: readonly { readonly column: string; readonly expected: string; readonly found: string }[]
}

export interface TemplateImport {
  readonly results: readonly TemplateRowResult[]
  readonly changed: number
  readonly unchanged: number
  readonly skipped: number
  readonly skippedBy: Readonly<Record<SkipCause, number>>
  readonly rejectedCells: number
  /** What to write, by index into the rows of the map. */
  readonly decisions: ReadonlyMap<number, NetworkMappingDecision>
  /**
   * Rows whose subnet the file names: somebody looked at it (planner §17.5). They are confirmed, by `confirmNetworks`, once
   * the decisions lie over the map and its checks have found nothing against them. Decisions move no row.
   */
  readonly withSubnet: readonly number[]
  /** Some names of each side, for whoever wonders why nothing matched. */
  readonly samples: {
    readonly inFile: readonly string[]
    readonly inMap: readonly string[]
    readonly unmatched: readonly string[]
  }
}

const SAMPLES = 5

/** Columns that belong to the network rather than to its subnet: who changes them has to confirm them again. */
const OF_NETWORK = new Set<MappingField>(
  (Object.keys(MAPPING_ISSUES) as MappingIssueCode[])
    .filter((code) => MAPPING_ISSUES[code].part === 'network')
    .map((code) => MAPPING_ISSUES[code].field)
    .concat('kind', 'external'),
)

/**
 * What a filled-in template changes: nothing is written here, so a dry run is this and no more. Rows are found by the
 * trimmed name of their source in any case, and by vCenter where several have it. A blank cell leaves, a dash clears.
 */
export function importTemplate(
  template: ReadTemplate,
  rows: readonly NetworkMapping[],
  context: TemplateContext,
): TemplateImport {
  const find = rowFinder(rows, context)
  const seen = new Set<number>()
  const decisions = new Map<number, NetworkMappingDecision>()
  const withSubnet: number[] = []
  const results: TemplateRowResult[] = []
  for (const { rowNumber, cells } of template.rows) {
    const source = cells.get('source') ?? ''
    const skip = (cause: SkipCause) =>
      results.push({ rowNumber, source, row: null, outcome: 'skipped', cause, changes: [], rejected: [] })
    if (source === '') skip('blank_source')
    else if (source.toLowerCase() === 'none') skip('none_network')
    else {
      const found = find(source, cells.get('vcenter') ?? '')
      if (typeof found === 'string') skip(found)
      else if (seen.has(found)) skip('repeated')
      else if (isNothingFilled(cells)) skip('nothing_filled')
      else {
        const read = readCells(cells, rows[found], context)
        if (read.decision) decisions.set(found, read.decision)
        if (isFilled(cells.get('cidr') ?? '')) withSubnet.push(found)
        const { changes, rejected } = read
        const outcome = changes.length > 0 ? 'changed' : 'unchanged'
        results.push({ rowNumber, source, row: found, outcome, cause: null, changes, rejected })
      }
      if (typeof found === 'number') seen.add(found)
    }
  }
  return { ...countsOf(results), results, decisions, withSubnet, samples: samplesOf(results, rows) }
}

function isFilled(text: string): boolean {
  return text !== '' && !CLEARS.has(text)
}

function isNothingFilled(cells: ReadonlyMap<string, string>): boolean {
  return TEMPLATE_COLUMNS.every(({ key, read }) => read === null || (cells.get(key) ?? '') === '')
}

function readCells(cells: ReadonlyMap<string, string>, row: NetworkMapping, context: TemplateContext) {
  const change: NetworkMappingChange = {}
  const resets: MappingField[] = []
  const rejected: { column: string; expected: string; found: string }[] = []
  for (const { key, header, read, clear } of TEMPLATE_COLUMNS) {
    const text = cells.get(key) ?? ''
    if (read === null || text === '') continue
    const reading = CLEARS.has(text) ? clear! : read(text, context)
    const misfit = reading.kind === 'value' ? misfitOf(reading.change) : null
    if (reading.kind === 'reset') resets.push(reading.field)
    else if (reading.kind === 'rejected') rejected.push({ column: header, expected: reading.expected, found: text })
    else if (misfit !== null) rejected.push({ column: header, expected: misfit, found: text })
    else Object.assign(change, reading.change)
  }
  const pools = poolsOf(cells.get('poolStart') ?? '', cells.get('poolEnd') ?? '', row)
  if (pools === 'uneven') {
    const found = `${cells.get('poolStart')} to ${cells.get('poolEnd')}`
    rejected.push({ column: 'IP Range Start', expected: 'as many starts as ends', found })
  } else if (pools) {
    const misfit = misfitOf({ pools })
    if (misfit === null) change.pools = pools
    else rejected.push({ column: 'IP Range Start', expected: misfit, found: `${cells.get('poolStart')}` })
  }
  return { ...effectOf(change, resets, row, context), rejected }
}

/** What a decision cannot hold at all, such as a text of a thousand letters for a gateway; null: it fits. */
function misfitOf(change: NetworkMappingChange): string | null {
  for (const [field, value] of Object.entries(change)) {
    const parsed = NetworkMappingDecision.shape[field as keyof NetworkMappingChange].safeParse(value)
    if (!parsed.success) return parsed.error.issues[0].message
  }
  return null
}

/** null: nothing is said about them. A blank start or end stays what it is. */
function poolsOf(start: string, end: string, { pools }: NetworkMapping) {
  if ((start === '' && end === '') || CLEARS.has(start) || CLEARS.has(end)) return null
  const starts = start === '' ? pools.map((pool) => pool.start) : listOf(start)
  const ends = end === '' ? pools.map((pool) => pool.end) : listOf(end)
  if (starts.length !== ends.length) return 'uneven'
  return starts.map((it, index) => ({ start: it, end: ends[index] }))
}

/** What really changes: a cell that says what is there already decides nothing. */
function effectOf(
  change: NetworkMappingChange,
  resets: readonly MappingField[],
  row: NetworkMapping,
  context: TemplateContext,
): { changes: { column: string; before: string; after: string }[]; decision: NetworkMappingDecision | null } {
  const seeds = Object.fromEntries(resets.map((field) => [field, row.seed[field]]))
  const dhcp = change.dhcp ?? (resets.includes('dhcp') ? row.seed.dhcp : row.dhcp)
  const after: NetworkMapping = { ...row, ...change, ...seeds, ...(dhcp ? {} : { pools: [] }) } as NetworkMapping
  const changes: { column: string; before: string; after: string }[] = []
  const kept: NetworkMappingChange = {}
  for (const { header, read, text } of TEMPLATE_COLUMNS) {
    if (read === null) continue
    const [before, now] = [String(text(row, context)), String(text(after, context))]
    if (before !== now) changes.push({ column: header, before, after: now })
  }
  for (const field of Object.keys(change) as (keyof NetworkMappingChange & keyof NetworkMapping)[]) {
    if (JSON.stringify(row[field]) !== JSON.stringify(after[field])) Object.assign(kept, { [field]: change[field] })
  }
  if (changes.length === 0) return { changes, decision: null }
  const touched = [
    ...(Object.keys(kept) as MappingField[]),
    ...resets.filter((field) => row[field] !== row.seed[field]),
  ]
  if (touched.some((field) => OF_NETWORK.has(field))) kept.confirmed = false
  if (touched.some((field) => !OF_NETWORK.has(field) && field in row.seed)) kept.subnetConfirmed = false
  return { changes, decision: decideNetworkMapping(row.decision, kept, { fields: resets }) }
}

/** Finds the row a source name means, or says why none. */
function rowFinder(
  rows: readonly NetworkMapping[],
  { vcenterName }: TemplateContext,
): (source: string, vcenter: string) => number | SkipCause {
  const byName = new Map<string, number[]>()
  for (const [row, { source }] of rows.entries()) {
    const key = source.name.trim().toLowerCase()
    byName.set(key, [...(byName.get(key) ?? []), row])
  }
  return (name, vcenter) => {
    const candidates = byName.get(name.toLowerCase()) ?? []
    const wanted = vcenter.toLowerCase()
    const there = candidates.filter((row) => {
      const key = rows[row].source.vcenter
      return wanted === '' || wanted === key || wanted === vcenterName(key).toLowerCase()
    })
    // VMware tells case apart: of `LAN` and `lan` the one that is spelled so is meant.
    const exact = there.filter((row) => rows[row].source.name.trim() === name)
    const meant = exact.length > 0 ? exact : there
    if (meant.length === 1) return meant[0]
    return meant.length === 0 ? 'no_match' : 'ambiguous'
  }
}

function countsOf(results: readonly TemplateRowResult[]) {
  const skippedBy = Object.fromEntries(Object.keys(SKIP_CAUSES).map((cause) => [cause, 0])) as Record<SkipCause, number>
  const counts = { changed: 0, unchanged: 0, skipped: 0, rejectedCells: 0 }
  for (const { outcome, cause, rejected } of results) {
    counts[outcome]++
    counts.rejectedCells += rejected.length
    if (cause) skippedBy[cause]++
  }
  return { ...counts, skippedBy }
}

function samplesOf(results: readonly TemplateRowResult[], rows: readonly NetworkMapping[]) {
  const named = results.filter(({ source }) => source !== '')
  return {
    inFile: named.slice(0, SAMPLES).map(({ source }) => source),
    inMap: rows.slice(0, SAMPLES).map(({ source }) => source.name),
    unmatched: named
      .filter(({ cause }) => cause === 'no_match')
      .slice(0, SAMPLES)
      .map(({ source }) => source),
  }
}
