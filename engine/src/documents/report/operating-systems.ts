import type { OsProduct } from '../../assessment/os/guest-os.ts'
import { dateAt } from '../../calendar/zone.ts'
import type { VmFacts } from '../../inventory/facts.ts'
import type { IsoDate } from '../../units.ts'
import type { AssessedEstate } from '../assessed-estate.ts'
import type { Mark } from '../charts/colours.ts'
import { type BarRow, horizontalBars } from '../charts/horizontal-bars.ts'
import { supportMark, supportTimeline } from '../charts/support-timeline.ts'
import { dayOf } from '../wording/dates.ts'
import { agree, count, plural } from '../wording/numbers.ts'
import { chart } from './blocks.ts'
import type { Chart } from './report.ts'

/** A system of the estate and how many VMs run it. */
export interface SystemInUse {
  readonly product: OsProduct
  readonly name: string
  readonly vms: number
}

const MOST_BARS = 12
const MOST_SPANS = 14

/** Systems by number of VMs, most first; ties by id. */
export function systemsInUse(facts: VmFacts): SystemInUse[] {
  const byId = new Map<string, { product: OsProduct; vms: number }>()
  for (let vm = 0; vm < facts.count; vm++) {
    const { product } = facts.systems[facts.osOf[vm]]
    const entry = byId.get(product.id)
    if (entry) entry.vms++
    else byId.set(product.id, { product, vms: 1 })
  }
  return [...byId.values()]
    .map(({ product, vms }) => ({ product, vms, name: productName(product) }))
    .sort((a, b) => b.vms - a.vms || (a.product.id < b.product.id ? -1 : 1))
}

export function productName(product: OsProduct): string {
  if (product.family === 'unknown') return product.product || 'Unknown system'
  return `${product.product} ${product.version}`.trim()
}

/** How many VMs run a system whose standard vendor support ended before the day. */
export function vmsPastSupport(systems: readonly SystemInUse[], asOf: IsoDate): number {
  return systems.filter(isPast(asOf)).reduce((sum, system) => sum + system.vms, 0)
}

const isPast = (asOf: IsoDate) => (system: SystemInUse) => {
  const end = system.product.lifecycle.standardEnd
  return end !== null && end < asOf
}

/** Which systems run, coloured by what is left of their support. */
export function systemsChart(assessed: AssessedEstate, width: number): Chart {
  const systems = systemsInUse(assessed.facts)
  const asOf = assessed.assessment.asOf
  const shown = systems.length <= MOST_BARS ? systems : systems.slice(0, MOST_BARS - 1)
  const rest = systems.slice(shown.length)
  const rows: BarRow[] = shown.map(({ name, vms, product }) => {
    const end = product.lifecycle.standardEnd
    const mark: Mark = end ? supportMark(end, asOf) : 'grey'
    const note = end ? (mark === 'red' ? `ended ${dayOf(end)}` : `until ${dayOf(end)}`) : ''
    return { label: name, parts: [{ value: vms, mark }], value: count(vms), note }
  })
  if (rest.length > 0) {
    const vms = rest.reduce((sum, system) => sum + system.vms, 0)
    rows.push({ label: plural(rest.length, 'other system'), parts: [{ value: vms, mark: 'grey' }], value: count(vms) })
  }
  const first = systems.find((system) => system.product.family !== 'unknown')
  const title = first
    ? `${first.name} is the most frequent known system: ${count(first.vms)} of ${plural(assessed.facts.count, 'VM')}`
    : 'The export names no system'
  return chart(
    title,
    horizontalBars(rows, width),
    'Dates: end of standard vendor support. Grey: no date is published, or the system is unknown.',
  )
}

/** When support ends, in the order in which it does. Null when no system has a date. */
export function supportChart(assessed: AssessedEstate, width: number): Chart | null {
  const { facts, assessment, zone } = assessed
  const day = dateAt(zone, assessment.asOf)
  const systems = systemsInUse(facts)
  const dated = systems.filter((system) => system.product.lifecycle.standardEnd !== null)
  if (dated.length === 0) return null
  const spans = dated
    .slice(0, MOST_SPANS)
    .map(({ name, vms, product }) => ({
      label: name,
      vms,
      standardEnd: product.lifecycle.standardEnd!,
      paidEnd: product.lifecycle.paidEnd,
    }))
    .sort((a, b) => (a.standardEnd === b.standardEnd ? b.vms - a.vms : a.standardEnd < b.standardEnd ? -1 : 1))
  const past = vmsPastSupport(systems, day)
  const title =
    past === 0
      ? 'No VM runs a system past vendor support'
      : `${plural(past, 'VM')} ${agree(past, 'runs', 'run')} a system past vendor support`
  const left = dated.length - spans.length
  const undated = facts.count - dated.reduce((sum, system) => sum + system.vms, 0)
  const note = [
    'Solid: standard support. Hatched: support that must be paid for.',
    left > 0 ? `${plural(left, 'system')} with fewer VMs left out.` : '',
    undated > 0 ? `${plural(undated, 'VM')} without a known date.` : '',
  ]
  return chart(title, supportTimeline(spans, assessment.asOf, width), note.filter(Boolean).join(' '))
}

/** Long product names as people of the field shorten them, so that the version is not what a narrow column cuts. */
const SHORT_NAMES: readonly (readonly [string, string])[] = [
  ['Red Hat Enterprise Linux', 'RHEL'],
  ['SUSE Linux Enterprise Server', 'SLES'],
  ['SUSE Linux Enterprise', 'SLE'],
  ['Microsoft Windows', 'Windows'],
]

/** The system of a VM, short enough for a list: `RHEL 8`, `Windows Server 2019`. */
export function shortSystemName(product: OsProduct): string {
  const name = productName(product)
  const short = SHORT_NAMES.find(([long]) => name.startsWith(long))
  return short ? short[1] + name.slice(short[0].length) : name
}
