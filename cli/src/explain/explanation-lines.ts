import { SEVERITIES } from '@portolan/engine/assessment/assessment'
import type { EvidenceCell } from '@portolan/engine/assessment/evidence-cells'
import { type OS_EVIDENCES, TARGETS } from '@portolan/engine/assessment/os/guest-os'
import { dayOf } from '@portolan/engine/documents/wording/dates'
import { MODE_TITLES } from '@portolan/engine/documents/wording/names'
import { count, plural, significant } from '@portolan/engine/documents/wording/numbers'
import { sizeOf } from '@portolan/engine/documents/wording/sizes'
import { SEVERITY_MARKS } from '../summary/finding-lines.ts'
import { paragraphs } from '../summary/paragraphs.ts'
import { labelled, leftAndRight, type Screen, textWidthOf } from '../terminal/blocks.ts'
import { type Noted, notedLines } from '../terminal/notes.ts'
import type { Tone } from '../terminal/palette.ts'
import { type TableCell, tableLines } from '../terminal/table.ts'
import { printable, truncate, wrap } from '../terminal/width.ts'
import type { VmExplanation } from './explain-vm.ts'
import type { FindingOfVm } from './findings-of-vm.ts'
import type { CellRef, Input } from './inputs.ts'
import type { Step } from './steps.ts'

const CATEGORY_MARKS: Record<VmExplanation['risk']['category'], { mark: string; tone: Tone }> = {
  GREEN: { mark: '●', tone: 'green' },
  YELLOW: { mark: '▲', tone: 'amber' },
  RED: { mark: '■', tone: 'red' },
}

const EVIDENCE_WORDS: Record<(typeof OS_EVIDENCES)[number], string> = {
  detail: 'as the guest reports it',
  tools: 'as VMware Tools see it',
  configuration: 'as configured',
  none: 'no column names it',
}

const MOST_CELLS = 3
const MOST_TEXT = 48
const ISO_TIME = /^\d{4}-\d{2}-\d{2}T/
const HEADERS_FROM_WIDTH = 100

const TARGET_NAMES: Record<(typeof TARGETS)[number], string> = {
  kvm: 'KVM under OpenStack',
  hyper_v: 'Hyper-V',
  azure_local: 'Azure Local',
}

/** The explanation on a terminal: verdict first, then where it comes from. */
export function explanationLines(explanation: VmExplanation, screen: Screen): string[] {
  return paragraphs([
    titleLines(explanation, screen),
    findingLines(explanation, screen),
    systemLines(explanation, screen),
    section('Size', stepLines(explanation.sizes, screen), screen),
    section('Usage', stepLines(explanation.usage, screen), screen),
    section('Times', stepLines(explanation.times, screen), screen),
    scheduleLines(explanation, screen),
    section('Read from', inputLines(explanation.inputs, screen), screen),
    section('Parts', inputLines(explanation.parts, screen), screen),
  ])
}

function titleLines({ vm, risk, mode, scope }: VmExplanation, screen: Screen): string[] {
  const { paint } = screen
  const { mark, tone } = CATEGORY_MARKS[risk.category]
  const verdict = `${paint(tone, `${mark} ${risk.category}`)} ${count(risk.score)}   ${MODE_TITLES[mode.computed]}`
  const place = [vm.moref, vm.vcenter, vm.cluster, vm.host, `tenant ${vm.tenant}`].filter((part) => part !== '')
  const asPlanned = mode.effective === 'cold' && mode.computed !== 'cold_required' ? ['planned cold'] : []
  const reasons = [...risk.modeReasons, ...asPlanned]
  return [
    leftAndRight(`  ${paint('strong', printable(vm.name))}`, [verdict], screen.width),
    ...wrap(printable(place.join(' · ')), screen.width - 2).map((line) => `  ${paint('faint', line)}`),
    ...labelled('Scope', scope.inScope ? [] : wrap(printable(`▲ out: ${scope.reason}`), textWidthOf(screen)), screen),
    ...labelled('Mode', reasons.length > 0 ? wrap(reasons.join('; '), textWidthOf(screen)) : [], screen),
  ]
}

function findingLines({ risk }: VmExplanation, screen: Screen): string[] {
  const rows = heaviestFirst(risk.findings).map((finding): Noted => {
    const { mark, tone } = SEVERITY_MARKS[finding.severity]
    const because = [finding.fires, evidence(finding.cells)].filter((text) => text !== '').join(': ')
    return { name: weightOf(finding), value: `${mark} ${finding.severity}`, tone, notes: [finding.title, because] }
  })
  if (rows.length === 0) return ['  No rule fired.']
  return section(`Score ${risk.score}`, notedLines(rows, screen, 'left'), screen, scoreNote(risk))
}

function heaviestFirst(findings: readonly FindingOfVm[]): FindingOfVm[] {
  const rank = ({ severity }: FindingOfVm) => SEVERITIES.indexOf(severity)
  const counted = ({ counted, weight }: FindingOfVm) => (counted ? weight : 0)
  return [...findings].sort((a, b) => rank(a) - rank(b) || counted(b) - counted(a))
}

function weightOf({ counted, weight, floor }: FindingOfVm): string {
  if (!counted) return '–'
  return floor === null ? `+${weight}` : `+${weight} ${floor}`
}

function scoreNote({ score, sum, liftedBy, findings }: VmExplanation['risk']): string {
  const parts = [
    sum > score ? `the weights add up to ${sum}, and 100 is the most` : 'the sum of the weights',
    findings.some(({ counted }) => !counted) ? '– is outweighed in its group' : '',
    liftedBy.length > 0 ? 'floors count whatever the score' : '',
  ]
  return parts.filter((part) => part !== '').join('; ')
}

/** The first cells with their values. */
function evidence(cells: readonly EvidenceCell[]): string {
  const shown = cells.slice(0, MOST_CELLS).map((cell) => `${cellName(cell)} ${shownValue(cell)}`.trim())
  const more = cells.length - shown.length
  return [...shown, ...(more > 0 ? [`and ${plural(more, 'more cell')}`] : [])].join(', ')
}

function shownValue({ value, unit }: EvidenceCell): string {
  if (value === null) return 'is empty'
  if (unit === 'GiB' && typeof value === 'number') return `is ${sizeOf(value)}`
  if (typeof value === 'number') return `is ${significant(value, 4)}${unit === '' ? '' : ` ${unit}`}`
  if (typeof value === 'boolean') return value ? 'is true' : 'is false'
  return `is ${ISO_TIME.test(value) ? dayOf(value.slice(0, 10)) : truncate(printable(value), MOST_TEXT)}`
}

function systemLines({ system }: VmExplanation, screen: Screen): string[] {
  const ends = [
    system.standardEnd ? `vendor support until ${dayOf(system.standardEnd)}` : '',
    system.paidEnd ? `${system.paidName} until ${dayOf(system.paidEnd)}` : '',
  ].filter((part) => part !== '')
  const targets = TARGETS.map((target) => {
    const { support, note } = system.targets[target]
    return `${TARGET_NAMES[target]}: ${support}${note === '' ? '' : ` (${note})`}`
  })
  const lines = [`${system.label}, ${EVIDENCE_WORDS[system.evidence]}`, system.doubt, ends.join(', '), ...targets]
  const width = textWidthOf(screen)
  return labelled(
    'System',
    lines.flatMap((line) => wrap(line, width)),
    screen,
  )
}

function scheduleLines({ schedule }: VmExplanation, screen: Screen): string[] {
  const width = textWidthOf(screen)
  return [
    ...schedule.shown.flatMap(({ name, text }) => labelled(name, [text], screen)),
    ...labelled(
      'Why then',
      schedule.why.flatMap((sentence) => wrap(sentence, width)),
      screen,
    ),
  ]
}

function stepLines(steps: readonly Step[], screen: Screen): string[] {
  const rows = steps.map(({ name, shown, formula, numbers }) => ({
    name,
    value: shown,
    notes: numbers === '' ? [formula] : [numbers, formula],
  }))
  return notedLines(rows, screen)
}

function inputLines(inputs: readonly Input[], screen: Screen): string[] {
  const hasHeader = screen.width >= HEADERS_FROM_WIDTH
  const rows = inputs.map(({ name, shown, cell }): (string | TableCell)[] => [
    name,
    shown,
    { text: cell ? cellName(cell) : '', tone: 'faint' },
    ...(hasHeader ? [{ text: cell ? cell.header : '', tone: 'faint' as const }] : []),
  ])
  const columns = [{ header: '' }, { header: '', shrinks: true, least: 24 }, { header: '' }]
  const last = hasHeader ? [{ header: '', shrinks: true }] : []
  return tableLines([...columns, ...last], rows, { ...screen, header: false })
}

function cellName({ sheet, address }: Pick<CellRef, 'sheet' | 'address'>): string {
  return `${sheet}!${address}`
}

function section(title: string, lines: readonly string[], { paint }: Screen, note = ''): string[] {
  if (lines.length === 0) return []
  return [`  ${paint('strong', title)}${note === '' ? '' : `  ${paint('faint', note)}`}`, ...lines]
}
