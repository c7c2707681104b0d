import type { Stats } from '@portolan/contract/inventory'
import type { Mark } from '@portolan/engine/documents/charts/colours'
import { stackedBar } from '@portolan/engine/documents/charts/stacked-bar'
import { supportTimeline } from '@portolan/engine/documents/charts/support-timeline'
import { dayOf } from '@portolan/engine/documents/wording/dates'
import { agree, count, plural, share, UNKNOWN } from '@portolan/engine/documents/wording/numbers'
import type { Instant, IsoDate } from '@portolan/engine/units'
import { textOf } from '../vms/vm-filter.ts'
import { valueText } from '../vms/vm-words.ts'
import { type Picture, pickOf, sumOf } from './picture.ts'
import { sharesTable } from './risk-pictures.ts'

const POWER_MARKS: Readonly<Record<string, Mark>> = { poweredOn: 'green', poweredOff: 'grey', suspended: 'amber' }

export function powerPicture({ power }: Stats): Picture {
  const shares = power.map((part) => ({ ...part, label: valueText('power', part.key) }))
  const total = sumOf(shares.map(({ vms }) => vms))
  const off = shares.find(({ key }) => key === 'poweredOff')?.vms ?? 0
  return {
    id: 'power',
    title:
      off > 0
        ? `${plural(off, 'VM')} ${agree(off, 'is', 'are')} off, ${share(off / total)} of all`
        : 'No VM is powered off',
    draw: (width) =>
      stackedBar(
        shares.map(({ key, label, vms }) => ({ label, value: vms, mark: POWER_MARKS[key] ?? 'slate' })),
        width,
      ),
    table: sharesTable('Power', shares, total),
    picks: shares.map(({ key, label, vms }) => pickOf(label, vms, { power: key })),
  }
}

const FAMILY_MARKS: Readonly<Record<string, Mark>> = {
  windows: 'blue',
  linux: 'violet',
  other: 'earth',
  unknown: 'grey',
}

export function familiesPicture({ osFamilies }: Stats): Picture {
  const shares = osFamilies.map((part) => ({ ...part, label: valueText('osFamily', part.key) }))
  const total = sumOf(shares.map(({ vms }) => vms))
  const [first] = shares.filter(({ key }) => key !== 'unknown').sort((a, b) => b.vms - a.vms)
  const unknown = shares.find(({ key }) => key === 'unknown')?.vms ?? 0
  const title =
    !first || first.vms === 0
      ? 'The export names no system'
      : `${first.label} on ${share(first.vms / total)} of the VMs${unknown > 0 ? `; ${count(unknown)} not identified` : ''}`
  return {
    id: 'families',
    title,
    draw: (width) =>
      stackedBar(
        shares.map(({ key, label, vms }) => ({ label, value: vms, mark: FAMILY_MARKS[key] ?? 'slate' })),
        width,
      ),
    table: sharesTable('System', shares, total),
    picks: shares.map(({ key, label, vms }) => pickOf(label, vms, { osFamily: key })),
  }
}

const MOST_SPANS = 14
/** As people of the field say, so that the version is not what a narrow column cuts. */
const SHORT_NAMES: readonly (readonly [string, string])[] = [
  ['Red Hat Enterprise Linux', 'RHEL'],
  ['SUSE Linux Enterprise Server', 'SLES'],
  ['SUSE Linux Enterprise', 'SLE'],
  ['Microsoft Windows', 'Windows'],
]

function shortName(label: string): string {
  const short = SHORT_NAMES.find(([long]) => label.startsWith(long))
  return short ? short[1] + label.slice(short[0].length) : label
}

/** When vendors stop supporting what runs; the systems on most VMs, in the order in which their support ends. */
export function supportPicture({ systems, asOf }: Stats): Picture | null {
  const dated = systems.filter((system) => system.standardEnd !== null)
  if (dated.length === 0) return null
  const day = asOf.slice(0, 10)
  const spans = dated
    .slice(0, MOST_SPANS)
    .map((system) => ({
      ...system,
      standardEnd: system.standardEnd as IsoDate,
      paidEnd: system.paidEnd as IsoDate | null,
    }))
    .sort((a, b) => (a.standardEnd === b.standardEnd ? b.vms - a.vms : a.standardEnd < b.standardEnd ? -1 : 1))
  const past = sumOf(dated.filter(({ standardEnd }) => standardEnd! < day).map(({ vms }) => vms))
  const undated = sumOf(systems.filter(({ standardEnd }) => standardEnd === null).map(({ vms }) => vms))
  const left = dated.length - spans.length
  return {
    id: 'support',
    title:
      past === 0
        ? 'No VM runs a system past vendor support'
        : `${plural(past, 'VM')} ${agree(past, 'runs', 'run')} a system past vendor support`,
    draw: (width) =>
      supportTimeline(
        spans.map((span) => ({ ...span, label: shortName(span.label) })),
        Date.parse(asOf) as Instant,
        width,
      ),
    table: {
      head: ['System', 'VMs', 'Support ends', 'Paid support ends'],
      rows: spans.map((span) => [
        span.label,
        count(span.vms),
        dayOf(span.standardEnd),
        span.paidEnd ? dayOf(span.paidEnd) : UNKNOWN,
      ]),
    },
    picks: spans.map(({ label, vms }) => pickOf(label, vms, { os: textOf([label]) })),
    note: [
      'Solid: standard support. Hatched: support that must be paid for.',
      left > 0 ? `${plural(left, 'system')} with fewer VMs left out.` : '',
      undated > 0 ? `${plural(undated, 'VM')} without a known date.` : '',
    ]
      .filter(Boolean)
      .join(' '),
  }
}
