import type { Finding } from '../../assessment/assessment.ts'
import type { EvidenceCell } from '../../assessment/evidence-cells.ts'
import { evidence } from '../../assessment/explain-finding.ts'
import type { AssessedEstate } from '../assessed-estate.ts'
import { plural } from '../wording/numbers.ts'
import { sourceLabel } from '../wording/source-label.ts'

/** More cells than these say no more to a reader. */
const MOST_CELLS = 3
const MAX_VALUE = 60
/** Findings whose cells are named: all of those that matter in an estate of some ten thousand VMs. */
const MOST_TRACED = 50_000

/** What the finding of the VM at an index of `Finding.vms` rests on. */
export type EvidenceTexts = (finding: Finding, index: number) => string

/**
 * Evidence for the tables of an estate: critical findings first, then warnings, as many whole rules as the limit takes.
 * Finding cells costs more than writing them, and a port group of a large estate has hundreds; the rest, and information,
 * which needs no action, is left to the explanation of a VM. Texts are kept for the next format.
 */
export function evidenceTexts(assessed: AssessedEstate, mostTraced = MOST_TRACED): EvidenceTexts {
  const cellsOf = evidence(assessed)
  const { estate } = assessed
  const fileOf = (file: string) => (estate.sources.length > 1 ? `${sourceLabel(estate, file)} ` : '')
  const texts = new Map(tracedFindings(assessed, mostTraced).map((finding): [Finding, string[]] => [finding, []]))
  return (finding, index) => {
    const known = texts.get(finding)
    if (!known) return ''
    known[index] ??= evidenceText(cellsOf(finding.rule, finding.vms[index]), fileOf)
    return known[index]
  }
}

function tracedFindings({ assessment }: AssessedEstate, most: number): Finding[] {
  const traced: Finding[] = []
  let count = 0
  for (const severity of ['critical', 'warning'] as const) {
    for (const finding of assessment.findings) {
      if (finding.severity !== severity || count + finding.vms.length > most) continue
      count += finding.vms.length
      traced.push(finding)
    }
  }
  return traced
}

/**
 * Cells as people look them up: `vInfo!AK17 = no`; `vDisk!M4 = 512 GiB, vDisk!M5 = 2048 GiB and 4 cells`. The file stands
 * before the sheet where an estate has several.
 */
function evidenceText(cells: readonly EvidenceCell[], fileOf: (file: string) => string): string {
  const shown = cells.slice(0, MOST_CELLS).map((cell) => {
    const place = `${cell.sheet}!${cell.address}`
    return `${fileOf(cell.file)}${place} = ${valueText(cell)}`
  })
  const rest = cells.length - shown.length
  return shown.join(', ') + (rest > 0 ? ` and ${plural(rest, 'more cell')}` : '')
}

function valueText({ value, unit }: EvidenceCell): string {
  if (value === null) return 'empty'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return value.length > MAX_VALUE ? `${value.slice(0, MAX_VALUE)}…` : value
  const number = String(Math.round(value * 100) / 100)
  return unit ? `${number} ${unit}` : number
}
