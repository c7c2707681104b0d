import type { AssessedEstate } from '@portolan/engine/documents/assessed-estate'
import { inScopeEstate } from '@portolan/engine/documents/in-scope-estate'
import { count, plural } from '@portolan/engine/documents/wording/numbers'
import { duration, sizeOf } from '@portolan/engine/documents/wording/sizes'
import { flow, labelled, type Screen, textWidthOf } from '../terminal/blocks.ts'
import { actionLines } from './action-lines.ts'
import { caveatLines } from './caveats.ts'
import { detailLines } from './detail-lines.ts'
import { headline } from './headline.ts'
import { paragraphs } from './paragraphs.ts'
import { scheduleLines } from './schedule-lines.ts'
import { scopeLines } from './scope-lines.ts'
import { tenantLines } from './tenant-lines.ts'
import { unscheduledLines, verdictLines } from './verdict.ts'

/** The plan on one screen: when it is done, what happens when, whose VMs, what to do first. */
export function planSummary(whole: AssessedEstate, took: string, files: string, screen: Screen): string[] {
  const assessed = inScopeEstate(whole)
  return paragraphs([
    [headline(assessed, took, screen)],
    [
      ...verdictLines(assessed, screen),
      ...unscheduledLines(assessed, screen),
      ...workLines(assessed, screen),
      ...scopeLines(whole, screen),
      ...agentLines(assessed, screen),
    ],
    scheduleLines(assessed, screen),
    tenantLines(assessed, screen),
    caveatLines(assessed, screen),
    actionLines(assessed, screen),
    detailLines(
      [
        ['explain VM', 'when one VM moves, and why then'],
        ['plan', 'the canonical plan', '--json'],
        ['plan', 'PDF, XLSX, CSV and JSON', '--out DIR'],
      ],
      files,
      screen,
    ),
  ])
}

function workLines({ plan }: AssessedEstate, screen: Screen): string[] {
  const { totals } = plan
  const parts = [
    `${plural(totals.vms, 'VM')}: ${count(totals.warmVms)} warm, ${count(totals.coldVms)} cold`,
    `downtime ${duration(totals.downtimeHours)} in all`,
    `of it fixes ${duration(totals.fixHours)}`,
  ]
  return labelled('Work', flow(parts, textWidthOf(screen)), screen)
}

function agentLines({ plan }: AssessedEstate, screen: Screen): string[] {
  const { agents } = plan
  const enough = agents.configured >= agents.recommended
  const advice = enough
    ? `${screen.paint('green', '●')} ${plural(agents.configured, 'agent')} are enough`
    : `${screen.paint('amber', '▲')} ${count(agents.configured)} configured, ${count(agents.recommended)} recommended`
  const size = `each ${count(agents.vcpuPerAgent)} vCPU, ${sizeOf(agents.ramGiBPerAgent)} memory, ${sizeOf(agents.diskGiBPerAgent)} disk`
  return labelled('Agents', flow([advice, size], textWidthOf(screen)), screen)
}
