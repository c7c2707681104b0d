import { MIGRATION_MODES, RISK_CATEGORIES } from '@portolan/engine/assessment/assessment'
import { OS_FAMILIES, type OsFamily } from '@portolan/engine/assessment/os/guest-os'
import { dayOf, isPastSupport } from '@portolan/engine/assessment/system-tests'
import type { AssessedEstate } from '@portolan/engine/documents/assessed-estate'
import { MODE_TITLES } from '@portolan/engine/documents/wording/names'
import { count } from '@portolan/engine/documents/wording/numbers'
import type { VmFacts } from '@portolan/engine/inventory/facts'
import { type Instant, type IsoDate, instant, MS_PER_DAY } from '@portolan/engine/units'
import { tally } from '../assessment-json.ts'
import { type BarPart, bar } from '../terminal/bar.ts'
import { flow, labelled, type Screen, textWidthOf } from '../terminal/blocks.ts'
import type { Tone } from '../terminal/palette.ts'
import { textWidth } from '../terminal/width.ts'

interface Kind {
  readonly label: string
  readonly mark: string
  readonly tone: Tone
  readonly block: string
}

/** In the order of `RISK_CATEGORIES`. */
const RISKS: readonly Kind[] = [
  { label: RISK_CATEGORIES[0], mark: '●', tone: 'green', block: '░' },
  { label: RISK_CATEGORIES[1], mark: '▲', tone: 'amber', block: '▒' },
  { label: RISK_CATEGORIES[2], mark: '■', tone: 'red', block: '█' },
]

const MODE_KINDS: Record<(typeof MIGRATION_MODES)[number], Kind> = {
  warm_eligible: { label: MODE_TITLES.warm_eligible, mark: '●', tone: 'green', block: '░' },
  warm_risky: { label: MODE_TITLES.warm_risky, mark: '▲', tone: 'amber', block: '▒' },
  cold_required: { label: MODE_TITLES.cold_required, mark: '▨', tone: 'sea', block: '█' },
  unknown: { label: MODE_TITLES.unknown, mark: '?', tone: 'faint', block: '·' },
}

const FAMILY_LABELS: Record<OsFamily, string> = {
  windows: 'Windows',
  linux: 'Linux',
  other: 'other',
  unknown: 'unknown',
}
const DAYS_PER_YEAR = 365

export function riskLines({ assessment }: AssessedEstate, screen: Screen): string[] {
  return shares('Risk', RISKS, tally(assessment.category, RISK_CATEGORIES.length), screen)
}

export function modeLines({ assessment }: AssessedEstate, screen: Screen): string[] {
  const kinds = MIGRATION_MODES.map((mode) => MODE_KINDS[mode])
  return shares('Move', kinds, tally(assessment.mode, MIGRATION_MODES.length), screen)
}

function shares(label: string, kinds: readonly Kind[], counts: readonly number[], screen: Screen): string[] {
  const width = textWidthOf(screen)
  const parts = kinds.map(({ tone, block }, i): BarPart => ({ tone, block, value: counts[i] }))
  const words = kinds.flatMap(({ mark, label: kind, tone }, i) =>
    counts[i] > 0 ? [`${screen.paint(tone, mark)} ${count(counts[i])} ${kind}`] : [],
  )
  return labelled(label, [bar(parts, width, screen.paint, screen.coloured), ...flow(words, width)], screen)
}

/** Families, and which systems their vendor no longer repairs, the most frequent first. */
export function systemLines({ facts, assessment }: AssessedEstate, screen: Screen): string[] {
  const { paint } = screen
  const width = textWidthOf(screen)
  const families = OS_FAMILIES.map((family) => ({
    family,
    vms: vmsWhere(facts, (system) => facts.systems[system].product.family === family),
  }))
  const known = families.filter(({ vms }) => vms > 0).map(({ family, vms }) => `${count(vms)} ${FAMILY_LABELS[family]}`)
  const past = pastSupport(facts, assessment.asOf, width - 2)
  const inAYear = dayOf(instant(assessment.asOf + DAYS_PER_YEAR * MS_PER_DAY))
  const soon = vmsWhere(facts, (system) => isPastOn(facts, system, inAYear)) - past.vms
  const ends = [
    past.vms > 0 ? `${paint('red', '■')} ${past.text}` : '',
    soon > 0 ? `${paint('amber', '▲')} ${count(soon)} within a year of it` : '',
  ]
  return labelled('Systems', [...flow(known, width), ...flow(ends, width)], screen)
}

/** VMs whose vendor's standard support has ended, with as many of the systems most of them run as fit. */
function pastSupport(facts: VmFacts, asOf: Instant, width: number): { vms: number; text: string } {
  const isPast = facts.systems.map((_, system) => isPastOn(facts, system, dayOf(asOf)))
  const names = facts.systems.map(({ product }) => `${product.product} ${product.version}`.trim())
  const byName = new Map<string, number>()
  let vms = 0
  for (let vm = 0; vm < facts.count; vm++) {
    const system = facts.osOf[vm]
    if (!isPast[system]) continue
    vms++
    byName.set(names[system], (byName.get(names[system]) ?? 0) + 1)
  }
  const ranked = [...byName].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  let text = `${count(vms)} past vendor support:`
  for (const [i, [name, each]] of ranked.entries()) {
    const longer = `${text}${i === 0 ? '' : ','} ${count(each)} ${name}`
    const isLast = i === ranked.length - 1
    if (textWidth(longer) > width - (isLast ? 0 : 3))
      return { vms, text: i === 0 ? text.replace(':', '') : `${text}, …` }
    text = longer
  }
  return { vms, text }
}

function vmsWhere(facts: VmFacts, isWanted: (system: number) => boolean): number {
  const wanted = facts.systems.map((_, system) => isWanted(system))
  let vms = 0
  for (let vm = 0; vm < facts.count; vm++) if (wanted[facts.osOf[vm]]) vms++
  return vms
}

function isPastOn(facts: VmFacts, system: number, day: IsoDate): boolean {
  return isPastSupport(facts.systems[system].product.lifecycle, day)
}
