import {
  type Finding,
  MIGRATION_MODES,
  RISK_CATEGORIES,
  SEVERITIES,
  type Severity,
} from '../../assessment/assessment.ts'
import { inventoryCounts } from '../../inventory/counts.ts'
import { EFFECTIVE_MODES } from '../../schedule/schedule.ts'
import { deadlineTone, headline, verdict } from '../report/answer.ts'
import { CONSTRAINT_TITLES, MODE_TITLES, SEVERITY_TITLES } from '../wording/names.ts'
import { plural } from '../wording/numbers.ts'
import type { Book } from './book.ts'
import type { ColumnKind, Tone } from './table.ts'

/** One figure of the summary. */
export interface SummaryLine {
  readonly item: string
  readonly value: string | number | null
  readonly kind?: Exclude<ColumnKind, 'any'>
  readonly unit?: string
  /** 0…1. */
  readonly share?: number
  readonly note?: string
  readonly tone?: Tone
}

export interface SummarySection {
  readonly title: string
  readonly lines: readonly SummaryLine[]
}

const RISK_LINE_TONES: Readonly<Record<string, Tone>> = { GREEN: 'green', YELLOW: 'amber', RED: 'red' }
const MODE_LINE_TONES: readonly Tone[] = ['green', 'amber', 'blue', 'grey']

/** The answer first, then what it was made from (planner §30.2 REC). */
export function summarySections(book: Book): SummarySection[] {
  return [
    { title: 'Answer', lines: answerLines(book) },
    { title: 'Estate', lines: estateLines(book) },
    { title: 'Risk', lines: riskLines(book) },
    { title: 'Mode', lines: modeLines(book) },
    { title: 'Findings', lines: findingLines(book) },
    { title: 'Bandwidth', lines: bandwidthLines(book) },
    { title: 'Agents', lines: agentLines(book) },
    { title: 'Deadline', lines: deadlineLines(book) },
    { title: 'Parameters', lines: parameterLines(book) },
  ]
}

function answerLines(book: Book): SummaryLine[] {
  const { plan, settings, assessment, zone } = book
  const { deadline, totals, schedule } = plan
  const call = verdict(book)
  const lines: SummaryLine[] = [
    {
      item: headline(book),
      value: deadline.finish,
      kind: 'date',
      tone: toneOf(deadlineTone(deadline)),
      note: call.title,
    },
    { item: 'Why', value: null, note: call.text },
    { item: 'Working days', value: totals.days, kind: 'integer', unit: 'days' },
    { item: 'VMs', value: totals.vms, kind: 'integer', note: `${totals.warmVms} warm, ${totals.coldVms} cold` },
    { item: 'To copy', value: totals.copyGiB, kind: 'gib', unit: 'GiB' },
    {
      item: 'Transfer time',
      value: totals.totalHours,
      kind: 'hours',
      unit: 'h',
      note: 'Wall clock with the link always busy.',
    },
    { item: 'Cut-overs', value: totals.cutoverHours, kind: 'hours', unit: 'h', note: 'Sum over the VMs.' },
    {
      item: 'Technical fixes',
      value: totals.fixHours,
      kind: 'hours',
      unit: 'h',
      note: 'Sum over the VMs, expected value.',
    },
    { item: 'Downtime', value: totals.downtimeHours, kind: 'hours', unit: 'h', note: 'Sum over the VMs.' },
    {
      item: 'Not scheduled',
      value: schedule.unscheduled.length,
      kind: 'integer',
      tone: schedule.unscheduled.length > 0 ? 'red' : undefined,
    },
    { item: 'As of', value: assessment.asOf, kind: 'instant', note: `Times are of ${zone.zone}.` },
  ]
  const texts = settings.executiveSummary.split(/\n\s*\n/).filter((text) => text.trim() !== '')
  return [
    ...lines,
    ...texts.map((note, i) => ({ item: i === 0 ? 'Executive summary' : '', value: null, note: note.trim() })),
  ]
}

function estateLines({ estate, tenancy }: Book): SummaryLine[] {
  const counts = inventoryCounts(estate, tenancy)
  const line = (item: string, value: number | null, kind: 'integer' | 'gib' = 'integer'): SummaryLine => ({
    ...{ item, value, kind, unit: kind === 'gib' ? 'GiB' : undefined },
    note: value === null ? 'The export does not tell.' : undefined,
  })
  return [
    { ...line('VMs', counts.vms), note: 'Without templates and placeholders.' },
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

function riskLines({ assessment, facts, settings }: Book): SummaryLine[] {
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

function modeLines({ assessment, facts, plan }: Book): SummaryLine[] {
  return [
    ...MIGRATION_MODES.map((mode, index) => ({
      ...breakdown(`Computed: ${MODE_TITLES[mode]}`, countOf(assessment.mode, index), facts.count),
      tone: MODE_LINE_TONES[index],
    })),
    ...EFFECTIVE_MODES.map((mode, index) => breakdown(`Moves ${mode}`, countOf(plan.times.mode, index), facts.count)),
  ]
}

function findingLines({ assessment }: Book): SummaryLine[] {
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

function bandwidthLines({ plan }: Book): SummaryLine[] {
  const { bandwidth } = plan
  return [
    ...bandwidth.constraints.map(({ name, rateMbps, formula, assumed }): SummaryLine => {
      const isBottleneck = name === bandwidth.bottleneck
      const notes = [isBottleneck ? 'The bottleneck.' : '', formula, assumed && `Assumed: ${assumed}.`]
      return {
        ...{ item: CONSTRAINT_TITLES[name], value: rateMbps, kind: 'number', unit: 'Mbps' },
        ...{ note: notes.filter(Boolean).join(' '), tone: isBottleneck ? 'amber' : undefined },
      }
    }),
    { item: 'Efficiency', value: bandwidth.efficiency, kind: 'share' },
    {
      item: 'Effective rate',
      value: bandwidth.effectiveMbps,
      kind: 'number',
      unit: 'Mbps',
      note: 'Bottleneck × efficiency.',
    },
    { item: 'Effective rate', value: bandwidth.effectiveGiBPerHour, kind: 'number', unit: 'GiB/h' },
  ]
}

function agentLines({ plan }: Book): SummaryLine[] {
  const { agents } = plan
  return [
    { item: 'Agents', value: agents.configured, kind: 'integer', note: 'As set.' },
    { item: 'Recommended', value: agents.recommended, kind: 'integer', note: agents.reasons.join(' ') },
    { item: 'Slots', value: agents.slots, kind: 'integer', note: 'VMs that can move at a time.' },
    { item: 'vCPU of an agent', value: agents.vcpuPerAgent, kind: 'integer' },
    { item: 'Memory of an agent', value: agents.ramGiBPerAgent, kind: 'gib', unit: 'GiB' },
    { item: 'Disk of an agent', value: agents.diskGiBPerAgent, kind: 'gib', unit: 'GiB' },
    { item: 'Cycle', value: agents.cycleHours, kind: 'hours', unit: 'h', note: 'Mean time that a VM holds a slot.' },
  ]
}

function deadlineLines({ plan }: Book): SummaryLine[] {
  const { deadline } = plan
  const tone = toneOf(deadlineTone(deadline))
  return [
    { item: 'Start', value: deadline.start, kind: 'date' },
    { item: 'Finish', value: deadline.finish, kind: 'date', tone },
    { item: 'Deadline', value: deadline.deadline, kind: 'date' },
    {
      item: 'Days late',
      value: deadline.daysLate,
      kind: 'integer',
      unit: 'days',
      tone,
      note: 'Negative: days to spare.',
    },
    {
      item: 'Utilisation',
      value: deadline.utilisationPct,
      kind: 'percent',
      note: 'Transfer time ÷ working hours until the deadline.',
    },
    { item: 'Working hours available', value: deadline.availableHours, kind: 'hours', unit: 'h' },
    { item: 'Days needed', value: deadline.neededDays, kind: 'integer', unit: 'days', note: 'By transfer time alone.' },
    { item: 'Days over', value: deadline.overrunDays, kind: 'integer', unit: 'days' },
  ]
}

/** Free texts stand elsewhere; nested settings are told with the formulas and rules that read them. */
const NO_PARAMETERS: ReadonlySet<string> = new Set([
  ...['executiveSummary', 'technicalNotes', 'name', 'customer', 'author', 'version'],
])

function parameterLines({ settings }: Book): SummaryLine[] {
  return Object.entries(settings).flatMap(([item, value]): SummaryLine[] => {
    if (NO_PARAMETERS.has(item)) return []
    if (value === null) return [{ item, value: null, note: 'not set' }]
    if (Array.isArray(value))
      return [{ item, value: value.join(', ') || null, note: value.length === 0 ? 'none' : undefined }]
    if (typeof value === 'number') return [{ item, value, kind: Number.isInteger(value) ? 'integer' : 'factor' }]
    return typeof value === 'object'
      ? []
      : [{ item, value: typeof value === 'boolean' ? (value ? 'yes' : 'no') : value }]
  })
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

function toneOf(tone: string): Tone | undefined {
  return tone === 'green' || tone === 'amber' || tone === 'red' ? tone : undefined
}
