import type { AssessedEstate } from '@portolan/engine/documents/assessed-estate'
import { inScopeEstate } from '@portolan/engine/documents/in-scope-estate'
import { inventoryCounts } from '@portolan/engine/inventory/counts'
import type { Screen } from '../terminal/blocks.ts'
import { actionLines } from './action-lines.ts'
import { caveatLines } from './caveats.ts'
import { detailLines } from './detail-lines.ts'
import { findingLines } from './finding-lines.ts'
import { headline, inventoryLines } from './headline.ts'
import { paragraphs } from './paragraphs.ts'
import { scopeLines } from './scope-lines.ts'
import { modeLines, riskLines, systemLines } from './shares.ts'
import { unscheduledLines, verdictLines } from './verdict.ts'

/** The assessment on one screen: the answer, what stands behind it, what to do first, where the details are. */
export function assessmentSummary(whole: AssessedEstate, took: string, files: string, screen: Screen): string[] {
  const counts = inventoryCounts(whole.estate, whole.tenancy)
  const assessed = inScopeEstate(whole)
  return paragraphs([
    [headline(assessed, took, screen)],
    [...inventoryLines(counts, screen), ...scopeLines(whole, screen)],
    [...riskLines(assessed, screen), ...modeLines(assessed, screen), ...systemLines(assessed, screen)],
    [...verdictLines(assessed, screen), ...unscheduledLines(assessed, screen)],
    findingLines(assessed, screen),
    caveatLines(assessed, screen),
    actionLines(assessed, screen),
    detailLines(
      [
        ['explain VM', 'every number of one VM'],
        ['plan', 'what moves when'],
        ['columns', 'what was read, what was not'],
        ['assess', 'PDF, XLSX, CSV and JSON', '--out DIR'],
      ],
      files,
      screen,
    ),
  ])
}
