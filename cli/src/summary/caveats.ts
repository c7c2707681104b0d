import type { AssessedEstate } from '@portolan/engine/documents/assessed-estate'
import { count, plural } from '@portolan/engine/documents/wording/numbers'
import { UsedBasis } from '@portolan/engine/inventory/facts'
import type { Warning } from '@portolan/engine/inventory/rvtools/sheet'
import type { WarningCode } from '@portolan/engine/inventory/rvtools/warnings'
import { flow, labelled, type Screen, textWidthOf } from '../terminal/blocks.ts'
import { printable, wrap } from '../terminal/width.ts'

/** What a plan cannot do without guessing when it is absent. */
const WANTED_SHEETS = [
  ...(['vDisk', 'vPartition', 'vNetwork', 'vSnapshot', 'vTools', 'vCPU', 'vMemory'] as const),
  ...(['vHost', 'vCluster', 'vDatastore'] as const),
]
/** Said in one line for all sheets together. */
const MISSING: WarningCode = 'missing_sheet'
const MOST_WARNINGS = 3

/** What the export could not tell, so that nobody takes silence for a good sign. */
export function caveatLines(assessed: AssessedEstate, screen: Screen): string[] {
  const { estate, rejected, assessment } = assessed
  const missing = WANTED_SHEETS.filter((sheet) => !estate.sheets.has(sheet))
  const warnings = assessed.warnings.filter(({ code }) => code !== MISSING)
  const estimated = estimatedSizes(assessed)
  const amber = screen.paint('amber', '▲')
  const parts = [
    missing.length > 0 ? `${amber} no ${missing.join(', ')}` : '',
    assessment.notEvaluated.length > 0 ? `${plural(assessment.notEvaluated.length, 'rule')} not evaluated` : '',
    estimated > 0 ? `${plural(estimated, 'size')} estimated` : '',
    rejected.length > 0 ? `${amber} ${plural(rejected.length, 'row')} kept out` : '',
    warnings.length > 0 ? `${amber} ${plural(warnings.length, 'warning')}` : '',
  ]
  const width = textWidthOf(screen)
  return labelled('Not told', [...flow(parts, width), ...warningTexts(warnings, width, screen)], screen)
}

/** The first warnings in full: whoever reads only this screen should know them. */
function warningTexts(warnings: readonly Warning[], width: number, { paint }: Screen): string[] {
  const more = warnings.length - MOST_WARNINGS
  return [
    ...warnings
      .slice(0, MOST_WARNINGS)
      .flatMap(({ message }) => wrap(printable(message), width).map((line) => paint('faint', line))),
    ...(more > 0 ? [paint('faint', `… and ${count(more)} more: --json lists them`)] : []),
  ]
}

/** VMs whose data to copy is a share of their capacity, because neither partitions nor vInfo say how much is in use. */
function estimatedSizes({ facts }: AssessedEstate): number {
  let vms = 0
  for (const basis of facts.usedBasis) if (basis > UsedBasis.vInfo) vms++
  return vms
}
