import { type OS_EVIDENCES, TARGETS } from '@portolan/engine/assessment/os/guest-os'
import { dayOf } from '@portolan/engine/documents/wording/dates'
import { MODE_TITLES } from '@portolan/engine/documents/wording/names'
import { count } from '@portolan/engine/documents/wording/numbers'
import { SEVERITY_MARKS } from '../summary/finding-lines.ts'
import { paragraphs } from '../summary/paragraphs.ts'
import { labelled, leftAndRight, type Screen, textWidthOf } from '../terminal/blocks.ts'
import type { Tone } from '../terminal/palette.ts'
import { type TableCell, tableLines } from '../terminal/table.ts'
import { printable, wrap } from '../terminal/width.ts'
import type { VmExplanation } from './explain-vm.ts'
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
    section('Times', stepLines(explanation.times, screen), screen),
    scheduleLines(explanation, screen),
    section('Read from', inputLines(explanation.inputs, screen), screen),
    section('Parts', inputLines(explanation.parts, screen), screen),
  ])
}

function titleLines({ vm, risk, mode }: VmExplanation, screen: Screen): string[] {
  const { paint } = screen
  const { mark, tone } = CATEGORY_MARKS[risk.category]
  const verdict = `${paint(tone, `${mark} ${risk.category}`)} ${count(risk.score)}   ${MODE_TITLES[mode.computed]}`
  const place = [vm.moref, vm.vcenter, vm.cluster, vm.host, `tenant ${vm.tenant}`].filter((part) => part !== '')
  const asPlanned = mode.effective === 'cold' && mode.computed !== 'cold_required' ? ['planned cold'] : []
  const reasons = [...mode.reasons, ...asPlanned]
  return [
    leftAndRight(`  ${paint('strong', printable(vm.name))}`, verdict, screen.width),
    ...wrap(printable(place.join(' · ')), screen.width - 2).map((line) => `  ${paint('faint', line)}`),
    ...labelled('Mode', reasons.length > 0 ? wrap(reasons.join('; '), textWidthOf(screen)) : [], screen),
  ]
}

function findingLines({ risk }: VmExplanation, screen: Screen): string[] {
  if (risk.findings.length === 0) return ['  No rule fired.']
  const rows = risk.findings.map((finding): (string | TableCell)[] => {
    const { mark, tone } = SEVERITY_MARKS[finding.severity]
    return [
      { text: `${mark} ${finding.severity}`, tone },
      finding.counts ? { text: `+${finding.weight}` } : { text: '–', tone: 'faint' },
      finding.title,
      { text: finding.cells.map(cellName).join(', '), tone: 'faint' },
    ]
  })
  const columns = [
    { header: 'Findings' },
    { header: 'weight', align: 'right' as const },
    { header: 'what', shrinks: true, least: 36 },
    { header: 'seen in', shrinks: true, least: 12 },
  ]
  return tableLines(columns, rows, screen)
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
  const rows = steps.map(({ name, shown, formula, numbers }): (string | TableCell)[] => [
    name,
    { text: shown, tone: 'strong' },
    numbers === '' ? { text: formula, tone: 'faint' } : numbers,
  ])
  const columns = [{ header: '' }, { header: '', align: 'right' as const }, { header: '', shrinks: true }]
  return tableLines(columns, rows, { ...screen, header: false })
}

function inputLines(inputs: readonly Input[], screen: Screen): string[] {
  const rows = inputs.map(({ name, shown, cell }): (string | TableCell)[] => [
    name,
    shown,
    { text: cell ? cellName(cell) : '', tone: 'faint' },
    { text: cell ? cell.header : '', tone: 'faint' },
  ])
  const columns = [
    { header: '' },
    { header: '', shrinks: true, least: 24 },
    { header: '' },
    { header: '', shrinks: true },
  ]
  return tableLines(columns, rows, { ...screen, header: false })
}

function cellName({ sheet, address }: CellRef): string {
  return `${sheet}!${address}`
}

function section(title: string, lines: readonly string[], { paint }: Screen): string[] {
  return lines.length === 0 ? [] : [`  ${paint('strong', title)}`, ...lines]
}
