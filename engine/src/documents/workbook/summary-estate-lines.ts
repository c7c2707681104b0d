import {
  type Finding,
  MIGRATION_MODES,
  RISK_CATEGORIES,
  SEVERITIES,
  type Severity,
} from '../../assessment/assessment.ts'
import { inventoryCounts } from '../../inventory/counts.ts'
import { EFFECTIVE_MODES } from '../../schedule/schedule.ts'
import { EXCLUSION_KINDS } from '../../scope/scope.ts'
import { MODE_TITLES, SEVERITY_TITLES } from '../wording/names.ts'
import { plural } from '../wording/numbers.ts'
import { EXCLUSION_TITLES, isAllInScope } from '../wording/scope.ts'
import type { Book } from './book.ts'
import type { SummaryLine } from './summary-section.ts'
import type { Tone } from './table.ts'

const RISK_LINE_TONES: Readonly<Record<string, Tone>> = { GREEN: 'green', YELLOW: 'amber', RED: 'red' }
const MODE_LINE_TONES: readonly (Tone | undefined)[] = [undefined, 'amber', 'blue', 'grey']

/** The whole inventory, in scope or not. */
export function estateLines({ estate, whole }: Book): SummaryLine[] {
  const counts = inventoryCounts(estate, whole.tenancy)
  const line = (item: string, value: number | null, kind: 'integer' | 'gib' = 'integer'): SummaryLine => ({
    ...{ item, value, kind, unit: kind === 'gib' ? 'GiB' : undefined },
    note: value === null ? 'The export does not tell.' : undefined,
  })
  return [
    {
      ...line('VMs', counts.vms),
      note: isAllInScope(whole.scope)
        ? 'Without templates and placeholders.'
        : 'Without templates and placeholders. This section counts the whole inventory, all others what is in scope.',
    },
    line('Templates', counts.templates),
    line('Powered on', counts.poweredOn),
    line('Powered off', counts.poweredOff),
    line('Suspended', counts.suspended),
    line('vCPU', counts.vcpus),
    line('Memory', counts.memoryGiB, 'gib'),
    line('Disks', counts.disks),
    line('Disk capacity', counts.diskCapacityGiB, 'gib'),
    line('Provisioned', counts.provisionedGiB, 'gib'),
    line('In use on datastores', counts.inUseGiB, 'gib'),
    line('Adapters', counts.nics),
    line('Networks', counts.networks),
    line('Snapshots', counts.snapshots),
    line('Hosts', counts.hosts),
    line('Clusters', counts.clusters),
    line('Datastores', counts.datastores),
    line('Tenants', counts.tenants),
  ]
}

/** What is in scope and what takes the rest out; nothing where nothing is excluded. */
export function scopeLines({ whole: { scope } }: Book): SummaryLine[] {
  if (isAllInScope(scope)) return []
  return [
    { ...breakdown('VMs in scope', scope.vmsInScope, scope.vms), note: 'Every figure but those of the estate.' },
    ...EXCLUSION_KINDS.map((kind) => breakdown(`Out by ${EXCLUSION_TITLES[kind]}`, scope.outOfScope[kind], scope.vms)),
  ]
}

export function riskLines({ assessment, facts, settings }: Book): SummaryLine[] {
  const { greenMax, yellowMax } = settings.risk
  const bands = [
    `Score up to ${greenMax}.`,
    `Score up to ${yellowMax}.`,
    `Score above ${yellowMax}, or a critical finding.`,
  ]
  return RISK_CATEGORIES.map((category, index) => ({
    ...breakdown(category, countOf(assessment.category, index), facts.count),
    ...{ tone: RISK_LINE_TONES[category], note: bands[index] },
  }))
}

export function modeLines({ assessment, facts, plan }: Book): SummaryLine[] {
  return [
    ...MIGRATION_MODES.map((mode, index) => ({
      ...breakdown(`Computed: ${MODE_TITLES[mode]}`, countOf(assessment.mode, index), facts.count),
      tone: MODE_LINE_TONES[index],
    })),
    ...EFFECTIVE_MODES.map((mode, index) => breakdown(`Moves ${mode}`, countOf(plan.times.mode, index), facts.count)),
  ]
}

export function findingLines({ assessment }: Book): SummaryLine[] {
  const { findings, notEvaluated } = assessment
  const bySeverity = SEVERITIES.map((severity): SummaryLine => {
    const found = findings.filter((finding) => finding.severity === severity)
    return {
      ...{ item: SEVERITY_TITLES[severity], kind: 'integer', tone: severityTone(severity, found) },
      value: found.reduce((sum, { vms }) => sum + vms.length, 0),
      note: `${plural(found.length, 'rule')} found something.`,
    }
  })
  return [
    ...bySeverity,
    {
      ...{ item: 'Rules not evaluated', value: notEvaluated.length, kind: 'integer' },
      note: notEvaluated.length > 0 ? 'The export lacks what they read; the tab Findings by rule names it.' : undefined,
    },
  ]
}

function breakdown(item: string, value: number, total: number): SummaryLine {
  return { item, value, kind: 'integer', share: total > 0 ? value / total : undefined }
}

function countOf(column: Uint8Array, wanted: number): number {
  let found = 0
  for (const value of column) if (value === wanted) found++
  return found
}

function severityTone(severity: Severity, found: readonly Finding[]): Tone | undefined {
  if (found.length === 0 || severity === 'info') return undefined
  return severity === 'critical' ? 'red' : 'amber'
}
