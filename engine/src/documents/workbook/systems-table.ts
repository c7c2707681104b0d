import { MIGRATION_MODES, RISK_CATEGORIES } from '../../assessment/assessment.ts'
import { type OsProduct, TARGETS } from '../../assessment/os/guest-os.ts'
import { PowerState } from '../../inventory/estate.ts'
import type { Book } from './book.ts'
import { TARGET_TITLES } from './rule-words.ts'
import type { Column, TableDefinition } from './table-definition.ts'
import { ANY_AMBER, ANY_RED, SUPPORT_TONES } from './tones.ts'

interface SystemRow {
  readonly product: OsProduct
  vms: number
  poweredOn: number
  doubted: number
  readonly risk: number[]
  readonly mode: number[]
}

const counted = (
  key: string,
  header: string,
  value: (row: SystemRow) => number,
  tones?: Column<SystemRow>['tones'],
): Column<SystemRow> => ({ key, header, kind: 'integer', width: 9, total: 'sum', value, tones })

/** Products of the catalogue that some VM runs, most VMs first. */
export const systemsTable: TableDefinition<SystemRow> = {
  name: 'systems',
  title: 'Operating systems',
  about:
    'One row per product and version that some VM runs, with the vendor’s end of support and what each target makes of it.',
  columns: [
    { key: 'system', header: 'Operating system', kind: 'text', width: 40, value: ({ product }) => nameOf(product) },
    { key: 'family', header: 'Family', kind: 'text', width: 10, value: ({ product }) => product.family },
    { key: 'vendor', header: 'Vendor', kind: 'text', width: 18, value: ({ product }) => product.vendor },
    counted('vms', 'VMs', (row) => row.vms),
    counted('poweredOnVms', 'Powered on', (row) => row.poweredOn),
    counted('redVms', 'RED', (row) => row.risk[RISK_CATEGORIES.indexOf('RED')], ANY_RED),
    counted('yellowVms', 'YELLOW', (row) => row.risk[RISK_CATEGORIES.indexOf('YELLOW')], ANY_AMBER),
    counted('greenVms', 'GREEN', (row) => row.risk[RISK_CATEGORIES.indexOf('GREEN')]),
    counted('warmVms', 'Warm', (row) => row.mode[MIGRATION_MODES.indexOf('warm_eligible')]),
    counted('warmRiskyVms', 'Warm, risky', (row) => row.mode[MIGRATION_MODES.indexOf('warm_risky')], ANY_AMBER),
    counted('coldVms', 'Cold', (row) => row.mode[MIGRATION_MODES.indexOf('cold_required')]),
    {
      ...counted('doubtedVms', 'In doubt', (row) => row.doubted, ANY_AMBER),
      meaning: 'VMs whose columns disagree, or whose Tools do not confirm the configured system.',
    },
    {
      ...{ key: 'releasedOn', header: 'Released', kind: 'date', width: 12 },
      value: ({ product }) => product.lifecycle.releasedOn,
    },
    {
      ...{ key: 'supportEnd', header: 'Support ends', kind: 'date', width: 12 },
      value: ({ product }) => product.lifecycle.standardEnd,
      meaning: 'Last day of support that every customer gets; red where it is over.',
    },
    {
      ...{ key: 'supported', header: 'Support', kind: 'text', width: 16 },
      value: supportState,
      tones: [
        { tone: 'red', when: 'equals', value: 'ended' },
        { tone: 'amber', when: 'equals', value: 'paid only' },
        { tone: 'amber', when: 'equals', value: 'ends in a year' },
        { tone: 'green', when: 'equals', value: 'supported' },
      ],
      meaning: 'On the day of the assessment.',
    },
    {
      ...{ key: 'paidSupportEnd', header: 'Paid support ends', kind: 'date', width: 12 },
      value: ({ product }) => product.lifecycle.paidEnd,
    },
    {
      key: 'paidSupport',
      header: 'Paid support',
      kind: 'text',
      width: 16,
      value: ({ product }) => product.lifecycle.paidName,
    },
    ...TARGETS.flatMap((target): Column<SystemRow>[] => [
      {
        ...{ key: `${target}Support`, header: TARGET_TITLES[target], kind: 'text', width: 11, tones: SUPPORT_TONES },
        value: ({ product }) => product.targets[target].support,
      },
      {
        ...{ key: `${target}Note`, header: `${TARGET_TITLES[target]}: note`, kind: 'text', width: 60 },
        value: ({ product }) => product.targets[target].note,
      },
    ]),
  ],
  rows: systemsOf,
}

function systemsOf({ assessment, facts }: Book): SystemRow[] {
  const rows = new Map<string, SystemRow>()
  const rowOf = facts.systems.map(({ product }) => {
    const row = rows.get(product.id) ?? {
      product,
      vms: 0,
      poweredOn: 0,
      doubted: 0,
      risk: [0, 0, 0],
      mode: [0, 0, 0, 0],
    }
    rows.set(product.id, row)
    return row
  })
  for (let vm = 0; vm < facts.count; vm++) {
    const row = rowOf[facts.osOf[vm]]
    row.vms++
    if (facts.powerState[vm] === PowerState.poweredOn) row.poweredOn++
    if (facts.systems[facts.osOf[vm]].doubt !== '') row.doubted++
    row.risk[assessment.category[vm]]++
    row.mode[assessment.mode[vm]]++
  }
  return [...rows.values()]
    .filter((row) => row.vms > 0)
    .sort((a, b) => b.vms - a.vms || (a.product.id < b.product.id ? -1 : 1))
}

function nameOf({ product, version }: OsProduct): string {
  // A product of an unknown release may have its version in its name.
  return (product.includes(version) ? product : `${product} ${version}`) || 'Unknown'
}

function supportState({ product }: SystemRow, { today }: Book): string {
  const { standardEnd, paidEnd } = product.lifecycle
  if (standardEnd === null) return ''
  if (standardEnd >= today) return standardEnd <= nextYear(today) ? 'ends in a year' : 'supported'
  return paidEnd !== null && paidEnd >= today ? 'paid only' : 'ended'
}

function nextYear(date: string): string {
  return `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`
}
