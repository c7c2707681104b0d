import type { Finding } from '../../assessment/assessment.ts'
import type { EvidenceCell } from '../../assessment/evidence-cells.ts'
import { evidence } from '../../assessment/explain-finding.ts'
import type { AssessedEstate } from '../assessed-estate.ts'
import { plural } from '../wording/numbers.ts'

/** More cells than these say no more to a reader. */
const MOST_CELLS = 3
const MAX_VALUE = 60

/** What the finding of the VM at an index of `Finding.vms` rests on. */
export type EvidenceTexts = (finding: Finding, index: number) => string

/**
 * Evidence for the tables of an estate. Information needs no action and is most of all findings, so it is left to the
 * explanation of a VM. Finding cells costs more than writing them: texts are kept for the next format.
 */
export function evidenceTexts(assessed: AssessedEstate): EvidenceTexts {
  const cellsOf = evidence(assessed)
  const hasManyFiles = assessed.estate.sources.length > 1
  const kept = new Map<Finding, string[]>()
  return (finding, index) => {
    if (finding.severity === 'info') return ''
    let texts = kept.get(finding)
    if (!texts) {
      texts = []
      kept.set(finding, texts)
    }
    texts[index] ??= evidenceText(cellsOf(finding.rule, finding.vms[index]), hasManyFiles)
    return texts[index]
  }
}

/**
 * Cells as people look them up: `vInfo!AK17 = no`; `vDisk!M4 = 512 GiB, vDisk!M5 = 2048 GiB and 4 cells`. The file stands
 * before the sheet where an estate has several.
 */
function evidenceText(cells: readonly EvidenceCell[], hasManyFiles: boolean): string {
  const shown = cells.slice(0, MOST_CELLS).map((cell) => {
    const place = `${cell.sheet}!${cell.address}`
    return `${hasManyFiles ? `${cell.file} ` : ''}${place} = ${valueText(cell)}`
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
