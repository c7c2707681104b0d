import { describe, expect, it } from 'vitest'
import { estateOfRows, type PlaceRows, type Row, tablesOf, type VmRows } from '../../test/support/rvtools-case.ts'
import { deriveFacts } from './derive-facts.ts'
import { Flag, PowerState, textAt } from './estate.ts'
import { CPU_USAGE_BASES, UsedBasis, type VmFacts } from './facts.ts'
import { importTables } from './rvtools/import-tables.ts'

const MIB_PER_GIB = 1024
const GIB = (size: number) => size * MIB_PER_GIB

function factsOf(vm: VmRows, places: PlaceRows = {}, without: readonly string[] = []): VmFacts {
  return deriveFacts(estateOfRows([vm], places, without))
}

const disk = (index: number, sizeGiB: number, thin: boolean): Row => ({
  Disk: `Hard disk ${index}`,
  'Disk Key': 2000 + index,
  'Capacity MiB': GIB(sizeGiB),
  Thin: thin ? 'True' : 'False',
  Path: `[ds1] web01/${index}.vmdk`,
})
const THIN_AND_THICK = [disk(1, 100, true), disk(2, 300, false)]
const fileSystem = (name: string, capacityGiB: number, consumedGiB: number): Row => ({
  Disk: name,
  'Capacity MiB': GIB(capacityGiB),
  'Consumed MiB': GIB(consumedGiB),
  'Free MiB': GIB(capacityGiB - consumedGiB),
})

describe('the VMs that count', () => {
  it('are those that are neither templates nor placeholders, in the order of the estate', () => {
    const estate = estateOfRows([
      { vInfo: { VM: 'a' } },
      { vInfo: { VM: 'b', Template: 'True' } },
      { vInfo: { VM: 'c', 'SRM Placeholder': 'True' } },
      { vInfo: { VM: 'd' } },
    ])
    const facts = deriveFacts(estate)
    expect(Array.from(facts.name, (_, row) => textAt(facts, facts.name, row))).toEqual(['a', 'd'])
    expect(Array.from(facts.vm, (vm) => textAt(estate, estate.vms.name, vm))).toEqual(['a', 'd'])
  })
})

describe('data in use (planner §11.2 REC)', () => {
  const parts = (...vPartition: Row[]) => ({ vDisk: [disk(1, 400, false)], vPartition })
  it.each<[string, VmRows, number, keyof typeof UsedBasis]>([
    ['partitions that cover half of the disks', parts(fileSystem('/', 200, 120)), 120, 'partitions'],
    ['vInfo where they cover less', parts(fileSystem('/', 199, 120)), 50, 'vInfo'],
    ['vInfo without partitions', parts(), 50, 'vInfo'],
    ['thick disks whole where nothing was measured', { ...parts(), vInfo: { 'In Use MiB': 0 } }, 400, 'thickCapacity'],
    [
      'thin disks at 0.6 where nothing was measured',
      { vDisk: THIN_AND_THICK, vPartition: [], vInfo: { 'In Use MiB': 0 } },
      360,
      'thinEstimate',
    ],
    [
      'capacity less free where nothing is consumed, and never the free space itself',
      parts({ Disk: '/', 'Capacity MiB': GIB(300), 'Consumed MiB': 0, 'Free MiB': GIB(100) }),
      200,
      'partitions',
    ],
    [
      'no snap images, which are always full',
      parts(fileSystem('/', 300, 20), fileSystem('/snap/core/7', 200, 200)),
      20,
      'partitions',
    ],
    [
      'a file system once that is mounted in many places',
      parts(...['/', '/a', '/b'].map((name) => fileSystem(name, 300, 70))),
      70,
      'partitions',
    ],
    ['two equal data disks twice', parts(...['/a', '/b'].map((name) => fileSystem(name, 150, 70))), 140, 'partitions'],
  ])('takes %s', (_, vm, usedGiB, basis) => {
    const facts = factsOf(vm)
    expect(facts.usedGiB[0]).toBeCloseTo(usedGiB, 9)
    expect(facts.usedBasis[0]).toBe(UsedBasis[basis])
  })

  it('says what share of the disks the partitions cover', () => {
    expect(factsOf(parts(fileSystem('/', 100, 10))).usedCoverage[0]).toBe(0.25)
    expect(factsOf(parts()).usedCoverage[0]).toBeNaN()
  })

  it('is unknown where no column says anything', () => {
    const facts = factsOf({}, {}, ['vDisk', 'vPartition', 'vInfo.In Use MiB', 'vInfo.Provisioned MiB', 'vInfo.Disks'])
    expect(facts.usedGiB[0]).toBeNaN()
    expect(facts.coldGiB[0]).toBeNaN()
    expect(facts.usedBasis[0]).toBe(UsedBasis.unknown)
    expect(facts.diskCount[0]).toBeNaN()
  })
})

describe('data of a cold copy', () => {
  it.each<[string, Row[], number, number]>([
    ['thick disks whole', [disk(1, 400, false)], 40, 400],
    ['thin disks by what is in use', [disk(1, 400, true)], 40, 40],
    ['both together, by the thin share of the capacity', THIN_AND_THICK, 40, 310],
    ['never more than the capacity', [disk(1, 30, true)], 40, 30],
  ])('counts %s', (_, vDisk, inUseGiB, coldGiB) => {
    const facts = factsOf({ vDisk, vPartition: [], vInfo: { 'In Use MiB': GIB(inUseGiB) } })
    expect(facts.coldGiB[0]).toBeCloseTo(coldGiB, 9)
  })
})

describe('disks, adapters and snapshots', () => {
  it('are the rows of their sheets', () => {
    const facts = factsOf({
      vDisk: THIN_AND_THICK,
      vNetwork: [{}, { 'NIC label': 'Network adapter 2' }],
      vSnapshot: [{}],
    })
    expect([facts.diskCount[0], facts.nicCount[0], facts.snapshotCount[0]]).toEqual([2, 2, 1])
    expect([facts.diskCapacityGiB[0], facts.largestDiskGiB[0]]).toEqual([400, 300])
  })

  it('are what vInfo counts where the sheet is missing, and unknown where vInfo does not', () => {
    const facts = factsOf({ vInfo: { Disks: 3, NICs: 4, 'Total disk capacity MiB': GIB(70) } }, {}, [
      'vDisk',
      'vNetwork',
      'vSnapshot',
    ])
    expect([facts.diskCount[0], facts.nicCount[0], facts.snapshotCount[0]]).toEqual([3, 4, Number.NaN])
    expect(facts.diskCapacityGiB[0]).toBe(70)
  })

  it('know the oldest snapshot', () => {
    const dates = ['2026-01-03 00:00:00', '2025-12-31 10:00:00', null]
    const facts = factsOf({ vSnapshot: dates.map((date, at) => ({ Name: `s${at}`, 'Date / time': date })) })
    expect(facts.oldestSnapshotAt[0]).toBe(Date.parse('2025-12-31T10:00:00Z'))
    expect(factsOf({}).oldestSnapshotAt[0]).toBeNaN()
  })
})

describe('usage (planner §3.8 REC)', () => {
  const usage = (vm: VmRows, places: PlaceRows = {}, without: string[] = []) => {
    const facts = factsOf(vm, places, without)
    return [facts.cpuUsagePct[0], CPU_USAGE_BASES[facts.cpuUsageBasis[0]], facts.memoryUsagePct[0]]
  }
  it.each<[string, VmRows, PlaceRows, string[], [number, string, number]]>([
    ['MHz over those of the host', { vCPU: { Overall: 480 } }, {}, [], [12, 'host', 25]],
    ['MHz over 2400 without vHost', { vCPU: { Overall: 480 } }, {}, ['vHost'], [10, 'assumed', 25]],
    ['at most 100 % of a CPU', { vCPU: { Overall: 9999 } }, {}, [], [100, 'host', 25]],
    ['a percentage before MHz', { vCPU: { 'CPU Usage %': 33.33 } }, {}, [], [33.3, 'percent', 25]],
    ['more than all of its memory', { vMemory: { Active: 9000 } }, {}, [], [12, 'host', 109.9]],
  ])('is %s', (_, vm, places, without, expected) => {
    expect(usage(vm, places, without)).toEqual(expected)
  })

  it('is not measured on a VM that is off', () => {
    expect(usage({ vInfo: { Powerstate: 'poweredOff' } })).toEqual([Number.NaN, 'unknown', Number.NaN])
  })
})

describe('what stands beside the numbers', () => {
  it('reads an empty CBT cell as off, and a missing column as unknown', () => {
    expect(factsOf({ vInfo: { CBT: null } }).cbt[0]).toBe(Flag.no)
    expect(factsOf({}).cbt[0]).toBe(Flag.yes)
    expect(factsOf({}, {}, ['vInfo.CBT']).cbt[0]).toBe(Flag.unknown)
  })

  it('knows the release of the host and the state of the VM', () => {
    const facts = factsOf({}, { vHost: { 'ESX Version': 'VMware ESXi 6.7.0 build-17499825' } })
    expect(facts.esxVersion[0]).toBe(6.7)
    expect(facts.powerState[0]).toBe(PowerState.poweredOn)
    expect(factsOf({}, {}, ['vHost']).esxVersion[0]).toBeNaN()
  })

  it('names each system once, however many VMs run it', () => {
    const facts = deriveFacts(estateOfRows([{}, {}, { vInfo: { 'HW version': 8 } }]))
    expect(facts.systems).toHaveLength(1)
    expect(Array.from(facts.osOf)).toEqual([0, 0, 0])
  })

  it('keeps the least free space of each kind of guest file system', () => {
    const vPartition = [
      fileSystem('C:\\', 100, 60),
      fileSystem('/boot', 1, 0.5),
      fileSystem('D:\\', 10, 9),
      fileSystem('E:\\', 10, 1),
    ]
    const facts = factsOf({ vPartition })
    expect([facts.rootFreeGiB[0], facts.bootFreeGiB[0], facts.otherFreeGiB[0]]).toEqual([40, 0.5, 1])
    expect(facts.fullestPartitionPct[0]).toBeCloseTo(90, 9)
  })
})

describe('order', () => {
  it('of rows and the cut of an export into files change no fact', () => {
    const vms: VmRows[] = [
      { vDisk: THIN_AND_THICK, vSnapshot: [{}, { Name: 'second' }] },
      { vInfo: { 'EFI Secure boot': 'True' } },
      { vNetwork: [{ 'Mac Address': '00:50:56:00:00:01' }] },
    ]
    const tables = tablesOf(vms)
    const shuffled = tables.map((table) => ({ ...table, rows: table.rows.toReversed() })).toReversed()
    const split = tables.map((table, index) => ({ ...table, file: `part${index % 2}.xlsx` }))
    const plain = readable(deriveFacts(importTables(tables).estate))
    expect(readable(deriveFacts(importTables(shuffled).estate))).toEqual(plain)
    expect(readable(deriveFacts(importTables(split).estate))).toEqual(plain)
  })
})

/** Facts with texts in place of codes, which may differ from estate to estate. */
function readable({ texts, systems, osOf, columns, ...facts }: VmFacts) {
  const textColumns = Object.entries(facts).filter(([key]) =>
    ['moref', 'name', 'datacenter', 'cluster', 'host'].includes(key),
  )
  const named = textColumns.map(([key, codes]) => [key, Array.from(codes as Uint32Array, (code) => texts[code])])
  return {
    ...facts,
    ...Object.fromEntries(named),
    systems: Array.from(osOf, (system) => systems[system]),
    columns: [...columns].sort(),
  }
}
