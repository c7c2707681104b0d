import { deadlineTone, headline, verdict } from '../report/answer.ts'
import { CONSTRAINT_TITLES } from '../wording/names.ts'
import { isAllInScope, vmsInScope } from '../wording/scope.ts'
import type { Book } from './book.ts'
import { estateLines, findingLines, modeLines, riskLines, scopeLines } from './summary-estate-lines.ts'
import type { SummaryLine, SummarySection } from './summary-section.ts'
import type { Tone } from './table.ts'

/** The answer first, then what it was made from (planner §30.2 REC). */
export function summarySections(book: Book): SummarySection[] {
  return [
    { title: 'Answer', lines: answerLines(book) },
    { title: 'Estate', lines: estateLines(book) },
    ...sectionOf('Scope', scopeLines(book)),
    { title: 'Risk', lines: riskLines(book) },
    { title: 'Mode', lines: modeLines(book) },
    { title: 'Findings', lines: findingLines(book) },
    { title: 'Bandwidth', lines: bandwidthLines(book) },
    { title: 'Agents', lines: agentLines(book) },
    { title: 'Deadline', lines: deadlineLines(book) },
    { title: 'Parameters', lines: parameterLines(book) },
  ]
}

/** A section without a line has no heading either. */
function sectionOf(title: string, lines: readonly SummaryLine[]): SummarySection[] {
  return lines.length === 0 ? [] : [{ title, lines }]
}

function answerLines(book: Book): SummaryLine[] {
  const { plan, settings, assessment, scope, zone } = book
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
    {
      item: 'VMs',
      value: totals.vms,
      kind: 'integer',
      note: `${totals.warmVms} warm, ${totals.coldVms} cold${isAllInScope(scope) ? '' : `; ${vmsInScope(scope)}`}`,
    },
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

function bandwidthLines({ plan }: Book): SummaryLine[] {
  const { bandwidth } = plan
  return [
    ...bandwidth.constraints.map(({ name, rateMbps, formula, assumed }): SummaryLine => {
      const isBottleneck = name === bandwidth.bottleneck
      const notes = [isBottleneck ? 'The bottleneck.' : '', formula, assumed && `Assumed: ${assumed}.`]
      return {
        ...{
          item: CONSTRAINT_TITLES[name],
          value: rateMbps,
          kind: 'number',
          unit: rateMbps === null ? undefined : 'Mbps',
        },
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

function toneOf(tone: string): Tone | undefined {
  return tone === 'green' || tone === 'amber' || tone === 'red' ? tone : undefined
}
