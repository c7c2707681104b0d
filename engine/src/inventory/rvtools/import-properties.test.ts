import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Estate, type PartsOfVms, textAt } from '../estate.ts'
import { isSize, type Specs } from './column-spec.ts'
import { headerKey } from './headers.ts'
import { importTables, type Table } from './import-tables.ts'
import { recogniseSheet } from './recognise-sheet.ts'
import { specsOf } from './sheet-specs.ts'

/** Everything an estate says, and nothing of where it was read. */
function dump(estate: Estate): unknown {
  const { vms, texts } = estate
  const vcenter = (index: number) => `${estate.vcenters[index].uuid} ${estate.vcenters[index].server}`
  const columns = (table: object, index: number): Record<string, unknown> => {
    const row: Record<string, unknown> = {}
    for (const [name, column] of Object.entries(table)) {
      if (name === 'networks8' || name === 'vm' || name === 'start' || name === 'vcenter') continue
      if (column instanceof Uint32Array) row[name] = textAt({ texts }, column, index)
      else if (ArrayBuffer.isView(column)) row[name] = (column as Float64Array)[index]
    }
    return row
  }
  const parts = (table: PartsOfVms, vm: number) =>
    Array.from({ length: table.start[vm + 1] - table.start[vm] }, (_, n) => columns(table, table.start[vm] + n))
  const placed = (rows: readonly { source: number; row: number; vcenter: number }[]) =>
    rows.map(({ source: _source, row: _row, ...rest }) => ({ ...rest, vcenter: vcenter(rest.vcenter) }))
  return {
    vms: Array.from({ length: vms.count }, (_, vm) => ({
      ...columns(vms, vm),
      vcenter: vcenter(vms.vcenter[vm]),
      networks: Array.from(vms.networks8.subarray(vm * 8, vm * 8 + 8), (code) => texts[code]),
      disks: parts(estate.disks, vm),
      partitions: parts(estate.partitions, vm),
      nics: parts(estate.nics, vm),
      snapshots: parts(estate.snapshots, vm),
      drives: parts(estate.drives, vm),
      custom: estate.customColumns.map(({ name, values }) => [name, texts[values[vm]]]),
    })),
    vcenters: estate.vcenters,
    hosts: placed(estate.hosts),
    clusters: placed(estate.clusters),
    datastores: placed(estate.datastores),
    portGroups: placed(estate.portGroups),
    licences: estate.licences,
    health: estate.health,
    sheets: [...estate.sheets].filter((sheet) => sheet !== 'vMetaData').sort(),
    columns: [...estate.columns].filter((column) => !column.startsWith('vMetaData.')).sort(),
  }
}

const dumpOf = (tables: readonly Table[]) => dump(importTables(tables).estate)

interface SourceVm {
  readonly name: string
  readonly vcenter: number
  readonly host: number
  readonly folder: string
  readonly template: boolean
  readonly vcpus: number
  readonly memory: number
  readonly disks: readonly number[]
  readonly networks: readonly string[]
  readonly used: readonly number[]
  readonly snapshots: readonly string[]
  readonly isoConnected: boolean | null
  readonly owner: string
}

const sourceVm: fc.Arbitrary<SourceVm> = fc.record({
  name: fc.constantFrom('db', 'web', 'web', 'app-01', 'App-01', 'ünï', '12'),
  vcenter: fc.constantFrom(0, 1),
  host: fc.constantFrom(0, 1, 2),
  folder: fc.constantFrom('/dc/a', '/dc/b', ''),
  template: fc.boolean(),
  vcpus: fc.integer({ min: 1, max: 64 }),
  memory: fc.integer({ min: 1, max: 4096 }).map((n) => n * 1024),
  disks: fc.array(
    fc.integer({ min: 1, max: 4096 }).map((n) => n * 1024),
    { maxLength: 11 },
  ),
  networks: fc.array(fc.constantFrom('net-a', 'net-b', 'none'), { maxLength: 3 }),
  used: fc.array(
    fc.integer({ min: 1, max: 4096 }).map((n) => n * 1024),
    { maxLength: 3 },
  ),
  snapshots: fc.array(fc.constantFrom('before patch', 'x'), { maxLength: 2 }),
  isoConnected: fc.constantFrom(true, false, null),
  owner: fc.constantFrom('', 'ACME', 'Globex'),
})

const PLACE = ['Datacenter', 'Cluster', 'Host', 'Folder']
const KEYS = ['VM ID', 'VM UUID', 'VI SDK Server', 'VI SDK UUID']

/** An export as RVTools would write it, with ids or cut of them. */
function exportOf(source: readonly SourceVm[], withIds: boolean): Table[] {
  const flag = (value: boolean) => (value ? 'True' : 'False')
  const place = (vm: SourceVm, withFolder: boolean) => [
    'dc',
    `cluster-${vm.host % 2}`,
    `esx${vm.host}`,
    // RVTools leaves the folder of vInfo empty; without ids it is needed there to tell VMs apart.
    withFolder || !withIds ? vm.folder : '',
  ]
  const keys = (vm: SourceVm, n: number) =>
    withIds ? [`vm-${7 + n * 3}`, `uuid-${n}`, `vc${vm.vcenter}.lab`, `VC-${vm.vcenter}`] : []
  const keyNames = withIds ? KEYS : []
  const rowsOf = (rows: (vm: SourceVm, n: number) => (string | number)[][]) =>
    source.flatMap((vm, n) => rows(vm, n).map((row) => [vm.name, ...row, ...place(vm, true), ...keys(vm, n)]))
  const sheet = (name: string, header: string[], rows: (vm: SourceVm, n: number) => (string | number)[][]): Table => ({
    sheet: name,
    header: ['VM', ...header, ...PLACE, ...keyNames],
    rows: rowsOf(rows),
  })
  return [
    {
      sheet: 'vInfo',
      header: [
        'VM',
        'Powerstate',
        'Template',
        'CPUs',
        'Memory',
        'Disks',
        'Provisioned MiB',
        'In Use MiB',
        'Network #1',
        'Owner',
      ]
        .concat(PLACE)
        .concat(keyNames),
      rows: source.map((vm, n) => [
        vm.name,
        n % 2 === 0 ? 'poweredOn' : 'poweredOff',
        flag(vm.template),
        vm.vcpus,
        vm.memory,
        vm.disks.length,
        2048,
        1024,
        vm.networks[0] ?? '',
        vm.owner,
        ...place(vm, false),
        ...keys(vm, n),
      ]),
    },
    sheet('vCPU', ['Sockets', 'Overall', 'Limit'], (vm) => [[1, vm.vcpus * 100, vm.template ? -1 : 2000]]),
    sheet('vMemory', ['Size MiB', 'Active'], (vm) => [[vm.memory, vm.memory / 2]]),
    sheet('vDisk', ['Disk', 'Disk Key', 'Capacity MiB', 'Thin', 'Path'], (vm, n) =>
      vm.disks.map((size, d) => [
        `Hard disk ${d + 1}`,
        2000 + d,
        size,
        flag(d % 2 === 0),
        `[ds${d % 3}] ${n}/${d}.vmdk`,
      ]),
    ),
    sheet('vPartition', ['Disk', 'Capacity MiB', 'Consumed MiB'], (vm) =>
      vm.used.map((used, p) => [`/${p}`, used * 2, used]),
    ),
    sheet('vNetwork', ['NIC label', 'Network', 'Connected'], (vm) =>
      vm.networks.map((network, a) => [`Network adapter ${a + 1}`, network, flag(a === 0)]),
    ),
    sheet('vSnapshot', ['Name', 'Date / time', 'Size MiB (total)'], (vm) =>
      vm.snapshots.map((name, s) => [name, `2025-0${s + 1}-11 08:00:00`, 512]),
    ),
    sheet('vCD', ['Device Node', 'Connected'], (vm) =>
      vm.isoConnected === null ? [] : [['CD/DVD drive 1', flag(vm.isoConnected)]],
    ),
    {
      sheet: 'vHost',
      header: [
        'Host',
        'Datacenter',
        'Cluster',
        'Speed',
        '# Cores',
        '# Memory',
        'Object ID',
        ...(withIds ? KEYS.slice(2) : []),
      ],
      rows: [0, 1, 2].flatMap((host) =>
        [0, 1].map((vc) =>
          [`esx${host}`, 'dc', `cluster-${host % 2}`, 2400, 16, 262144, `host-${host}`].concat(
            withIds ? [`vc${vc}.lab`, `VC-${vc}`] : [],
          ),
        ),
      ),
    },
  ]
}

const metadata = (date: string, file: string): Table => ({
  sheet: 'vMetaData',
  header: ['RVTools version', 'xlsx creation datetime'],
  rows: [['4.7.1.4', date]],
  file,
})

/** Any estate; without ids no two VMs of one name and place that only their parts tell apart. */
const anyExport = fc.oneof(
  fc.array(sourceVm, { maxLength: 7 }).map((vms) => exportOf(vms, true)),
  fc
    .uniqueArray(sourceVm, { maxLength: 7, selector: (vm) => `${vm.name}|${vm.host}|${vm.folder}` })
    .map((vms) => exportOf(vms, false)),
)

const shuffledWith = <T>(items: readonly T[], seed: number): T[] =>
  items
    .map((item, index) => ({ item, at: Math.imul((index + 1) * 2654435761, seed * 2 + 1) >>> 0 }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)

const seed = fc.integer({ min: 1, max: 1_000_000 })

const RUNS = { numRuns: 40 }

describe('what does not change an estate', () => {
  it('the order of rows', () => {
    fc.assert(
      fc.property(anyExport, seed, (tables, by) => {
        expect(dumpOf(tables.map((table) => ({ ...table, rows: shuffledWith(table.rows, by) })))).toEqual(
          dumpOf(tables),
        )
      }),
      RUNS,
    )
  })

  it('the order of twins that only the content of their rows tells apart', () => {
    const twins = fc.array(
      sourceVm.map((vm) => ({ ...vm, name: 'twin', host: 0, folder: '' })),
      { maxLength: 5 },
    )
    fc.assert(
      fc.property(twins, seed, (vms, by) => {
        const tables = exportOf(vms, false)
        const estate = importTables(tables).estate
        expect(estate.vms.count).toBe(vms.length)
        expect(dumpOf(tables.map((table) => ({ ...table, rows: shuffledWith(table.rows, by) })))).toEqual(dump(estate))
      }),
      RUNS,
    )
  })

  it('the order of columns and sheets', () => {
    fc.assert(
      fc.property(anyExport, seed, (tables, by) => {
        const mixed = shuffledWith(tables, by).map((table) => {
          const order = shuffledWith(
            table.header.map((_, index) => index),
            by,
          )
          return {
            ...table,
            header: order.map((index) => table.header[index]),
            rows: table.rows.map((row) => order.map((index) => row[index])),
          }
        })
        expect(dumpOf(mixed)).toEqual(dumpOf(tables))
      }),
      RUNS,
    )
  })

  it('which of its names a column has', () => {
    fc.assert(
      fc.property(anyExport, seed, (tables, by) => {
        expect(dumpOf(tables.map((table) => renamed(table, by)))).toEqual(dumpOf(tables))
      }),
      RUNS,
    )
  })

  it.each([
    ['MB', 1],
    ['(MB)', 1],
    ['mib', 1],
    ['KB', 1024],
    ['GB', 1 / 1024],
    ['(GiB)', 1 / 1024],
    ['TB', 1 / 1024 / 1024],
    ['bytes', 1024 * 1024],
  ])('sizes in %s', (unit, factor) => {
    fc.assert(
      fc.property(anyExport, (tables) => {
        expect(dumpOf(tables.map((table) => inUnit(table, unit, factor)))).toEqual(dumpOf(tables))
      }),
      { numRuns: 10 },
    )
  })

  it('splitting the VMs over two files, whatever their names and order', () => {
    fc.assert(
      fc.property(anyExport, seed, fc.boolean(), fc.boolean(), (tables, by, areSwapped, isDated) => {
        const isFirst = (row: Table['rows'][number], header: readonly string[]) => {
          const key = header.includes('VM ID') ? 'VM ID' : 'VM'
          return header.includes('VM') ? (hash(String(row[header.indexOf(key)])) ^ by) % 2 === 0 : true
        }
        const halves = tables.flatMap((table) => [
          {
            ...table,
            rows: table.rows.filter((row) => isFirst(row, table.header)),
            file: areSwapped ? 'b.xlsx' : 'a.xlsx',
          },
          {
            ...table,
            rows: table.rows.filter((row) => !isFirst(row, table.header)),
            file: areSwapped ? 'a.xlsx' : 'b.xlsx',
          },
        ])
        const dates = isDated ? ['a.xlsx', 'b.xlsx'].map((file) => metadata('2025-11-03 08:00:00', file)) : []
        expect(dumpOf([...halves, ...dates])).toEqual(dumpOf(tables))
      }),
      RUNS,
    )
  })

  it('splitting the sheets over two files, of which one or none is dated', () => {
    fc.assert(
      fc.property(anyExport, seed, fc.boolean(), (tables, by, isDated) => {
        const split = tables.map((table) => ({
          ...table,
          file: (hash(table.sheet) ^ by) % 2 === 0 ? 'a.csv' : 'b.csv',
        }))
        const dates = isDated ? [metadata('2025-11-03 08:00:00', 'b.csv')] : []
        expect(dumpOf([...split, ...dates])).toEqual(dumpOf(tables))
      }),
      RUNS,
    )
  })

  it('splitting each sheet row by row over two files, with the VMs in one', () => {
    fc.assert(
      fc.property(anyExport, (tables) => {
        const split = tables.flatMap((table) => {
          if (table.sheet === 'vInfo') return [{ ...table, file: 'a.xlsx' }]
          return [0, 1].map((half) => ({
            ...table,
            rows: table.rows.filter((_, n) => n % 2 === half),
            file: half === 0 ? 'a.xlsx' : 'b.xlsx',
          }))
        })
        expect(dumpOf(split)).toEqual(dumpOf(tables))
      }),
      RUNS,
    )
  })

  it('an older export of the same VMs, and the same file twice', () => {
    fc.assert(
      fc.property(fc.array(sourceVm, { maxLength: 5 }), (vms) => {
        const newer = exportOf(vms, true)
        const older = exportOf(
          vms.map((vm) => ({ ...vm, name: `old ${vm.name}`, vcpus: 1, disks: [1024], owner: 'old' })),
          true,
        )
        const inFile = (tables: Table[], file: string, date: string) => [
          ...tables.map((table) => ({ ...table, file })),
          metadata(date, file),
        ]
        const all = [
          ...inFile(newer, 'a.xlsx', '2025-11-03 08:00:00'),
          ...inFile(older, 'z.xlsx', '2025-10-01 08:00:00'),
          ...inFile(newer, 'b.xlsx', '2025-11-03 08:00:00'),
        ]
        expect(dumpOf(all)).toEqual(dumpOf(newer))
      }),
      RUNS,
    )
  })
})

function hash(text: string): number {
  let value = 7
  for (const letter of text) value = (Math.imul(value, 31) + letter.charCodeAt(0)) >>> 0
  return value
}

/** The sheet with some columns under another of their names; names that two columns share are left alone. */
function renamed(table: Table, by: number): Table {
  const sheet = recogniseSheet(table.sheet, table.header)?.sheet
  if (!sheet) return table
  const specs: Specs = specsOf(sheet)
  const uses = new Map<string, number>()
  for (const { headers } of Object.values(specs)) {
    for (const key of new Set(headers.map((it) => headerKey(it).bare))) uses.set(key, (uses.get(key) ?? 0) + 1)
  }
  const header = table.header.map((name, index) => {
    const spec = Object.values(specs).find(({ headers }) => headers[0] === name)
    if (!spec) return name
    const others = spec.headers.filter((it) => uses.get(headerKey(it).bare) === 1 || it === name)
    const chosen = others[(by + index) % others.length]
    return by % 3 === 0 ? chosen.toUpperCase().replace(/ /g, '  ') : chosen
  })
  return { ...table, header }
}

function inUnit(table: Table, unit: string, factor: number): Table {
  const sheet = recogniseSheet(table.sheet, table.header)?.sheet
  if (!sheet) return table
  const sizes = Object.values<Specs[string]>(specsOf(sheet)).flatMap(({ kind, headers }) =>
    isSize(kind) ? [headers[0]] : [],
  )
  const scaled = table.header.map((name) => sizes.includes(name))
  return {
    ...table,
    header: table.header.map((name, n) =>
      scaled[n] ? (/\bMiB\b/.test(name) ? name.replace('MiB', unit) : `${name} ${unit}`) : name,
    ),
    rows: table.rows.map((row) => row.map((cell, n) => (scaled[n] && typeof cell === 'number' ? cell * factor : cell))),
  }
}
