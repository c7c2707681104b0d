import type { AssessedEstate } from '@portolan/engine/documents/assessed-estate'
import { plural } from '@portolan/engine/documents/wording/numbers'
import { UsedBasis } from '@portolan/engine/inventory/facts'
import { flow, labelled, type Screen, textWidthOf } from '../terminal/blocks.ts'

/** What a plan cannot do without guessing when it is absent. */
const WANTED_SHEETS = ['vDisk', 'vPartition', 'vNetwork', 'vSnapshot', 'vTools', 'vHost', 'vCPU', 'vMemory'] as const

/** What the export could not tell, so that nobody takes silence for a good sign. */
export function caveatLines(assessed: AssessedEstate, screen: Screen): string[] {
  const { estate, rejected, warnings, assessment } = assessed
  const missing = WANTED_SHEETS.filter((sheet) => !estate.sheets.has(sheet))
  const estimated = estimatedSizes(assessed)
  const parts = [
    missing.length > 0 ? `no ${missing.join(', ')}` : '',
    estimated > 0 ? `${plural(estimated, 'size')} estimated` : '',
    rejected.length > 0 ? `${screen.paint('amber', '▲')} ${plural(rejected.length, 'row')} kept out` : '',
    warnings.length > 0 ? `${screen.paint('amber', '▲')} ${plural(warnings.length, 'warning')}` : '',
    assessment.notEvaluated.length > 0 ? `${plural(assessment.notEvaluated.length, 'rule')} not evaluated` : '',
  ]
  return labelled('Not told', flow(parts, textWidthOf(screen)), screen)
}

/** VMs whose data to copy is a share of their capacity, because neither partitions nor vInfo say how much is in use. */
function estimatedSizes({ facts }: AssessedEstate): number {
  let vms = 0
  for (const basis of facts.usedBasis) if (basis > UsedBasis.vInfo) vms++
  return vms
}
