import { describe, expect, it } from 'vitest'
import { assessedCase, SMALL_EXPORT } from '../../../test/support/assessed-case.ts'
import { NetworkMappingDecision } from '../../networks/network-mapping-decision.ts'
import { StorageMappingDecision } from '../../storage/storage-mapping-decision.ts'
import { TenantDecision } from '../../tenancy/tenant-decision.ts'
import type { AssessedEstate } from '../assessed-estate.ts'
import { evidenceTexts } from './evidence-text.ts'
import { kindOf, plainValue, type Table, type Value } from './table.ts'
import { REPORT_TABLES, reportWorkbook } from './workbook.ts'

const assessed = assessedCase()
const workbook = reportWorkbook(assessed)
const tableNamed = (name: string, of: AssessedEstate = assessed): Table =>
  reportWorkbook(of).tables.find((table) => table.name === name)!

/** Rows of data by the keys of their columns. */
function records(table: Table): Record<string, Value>[] {
  return [...table.rows()]
    .filter(({ role }) => role === 'data')
    .map(({ cells }) => Object.fromEntries(table.columns.map(({ key }, i) => [key, plainValue(cells[i] ?? null)])))
}

describe('every table', () => {
  it.each(workbook.tables.map((table) => [table.name, table] as const))(
    '%s gives a cell for each column',
    (_, table) => {
      const rows = [...table.rows()].filter(({ role }) => role === 'data')
      expect(rows.filter(({ cells }) => cells.length !== table.columns.length)).toEqual([])
      expect(new Set(table.columns.map(({ key }) => key)).size).toBe(table.columns.length)
    },
  )

  it.each(workbook.tables.map((table) => [table.name, table] as const))(
    '%s keeps numbers apart from texts',
    (_, table) => {
      for (const { cells, role } of table.rows()) {
        if (role !== 'data') continue
        for (const [i, column] of table.columns.entries()) {
          const value = plainValue(cells[i])
          if (value === null) continue
          const kind = kindOf(cells[i], column)
          const type = kind === 'flag' ? 'boolean' : kind === 'text' || kind === 'date' ? 'string' : 'number'
          expect([column.key, typeof value]).toEqual([column.key, type])
          if (kind === 'text' && column.words) expect(Object.keys(column.words)).toContain(value)
        }
      }
    },
  )

  it('can be told twice', () => {
    for (const table of workbook.tables) expect([...table.rows()]).toEqual([...table.rows()])
  })

  it('is known without an estate, in the same order', () => {
    expect(workbook.tables.map(({ name }) => name)).toEqual(REPORT_TABLES.map(({ name }) => name))
    for (const [i, table] of workbook.tables.entries()) {
      expect(table.columns.filter(({ isCustom }) => !isCustom)).toEqual(REPORT_TABLES[i].columns)
    }
  })

  it('has a tab of its own name', () => {
    const titles = workbook.tables.map(({ title }) => title.toLowerCase())
    expect(new Set(titles).size).toBe(titles.length)
    expect(titles.filter((title) => title.length > 31)).toEqual([])
  })
})

describe('All VMs', () => {
  const vms = records(tableNamed('vms'))
  const vm = (name: string) => vms.find((row) => row.vm === name)!

  it('has one row per VM that counts', () => {
    expect(vms.map((row) => row.vm)).toEqual(['web-1', '=HYPERLINK("http://x")', 'db-1', 'old'])
  })

  it('names the networks and addresses of all adapters, and the primary address where no adapter has one', () => {
    expect([vm('web-1').networks, vm('web-1').addresses]).toEqual(['VLAN 20, Backup', '10.0.0.1, 10.9.0.1, fe80::1'])
    expect([vm('old').networks, vm('old').addresses]).toEqual(['', '10.0.0.4'])
  })

  it('names every datastore once', () => expect(vm('db-1').datastores).toBe('ds2, ds1'))

  it('counts the copy of a cold move as downtime', () => {
    const { move, copyHours, cutoverHours, fixMinutes, downtimeHours } = vm('db-1') as Record<string, number>
    expect(move).toBe('cold')
    expect(downtimeHours).toBeCloseTo(copyHours + cutoverHours + fixMinutes / 60, 9)
  })

  it('says where each VM was read', () => {
    expect([vm('old').file, vm('old').row, vm('old').moref]).toEqual(['export.xlsx', 5, 'vm-4'])
  })

  it('keeps the attributes of the customer', () => {
    const table = tableNamed('vms')
    const own = table.columns.filter(({ isCustom }) => isCustom)
    expect(own.map(({ header }) => header)).toEqual(['Cost Centre'])
    expect(records(table).map((row) => row[own[0].key])).toEqual([
      'cost of Acme',
      'cost of Acme',
      'cost of Beta',
      'cost of Beta',
    ])
  })
})

describe('Tenants', () => {
  it('adds up to the estate', () => {
    const rows = records(tableNamed('tenants'))
    const vms = records(tableNamed('vms'))
    const total = (list: Record<string, Value>[], key: string) => list.reduce((sum, row) => sum + Number(row[key]), 0)
    expect(rows.map(({ tenant, vms: count }) => [tenant, count])).toEqual([
      ['Acme', 2],
      ['Beta', 2],
    ])
    for (const key of ['vcpus', 'memoryGiB', 'diskCapacityGiB', 'usedGiB', 'copyGiB', 'copyHours', 'downtimeHours']) {
      expect(total(rows, key), key).toBeCloseTo(total(vms, key), 6)
    }
    expect(total(rows, 'redVms') + total(rows, 'yellowVms') + total(rows, 'greenVms')).toBe(4)
  })
})

describe('Daily schedule', () => {
  it('has every VM once, under a line for its day', () => {
    const table = tableNamed('schedule')
    const rows = [...table.rows()]
    expect(rows.filter(({ role }) => role === 'data')).toHaveLength(4)
    expect(rows[0].role).toBe('band')
    expect(rows[0].cells[2]).toMatch(
      /^Tue 16 Dec 2025 · \d VMs? \(\d warm, \d cold\) · [\d,]+ GiB · link \d+(\.\d)? % · /,
    )
    const days = records(table).map((row) => String(row.date))
    expect(days).toEqual([...days].sort())
  })

  it('agrees with the days', () => {
    const migrated = records(tableNamed('days')).reduce((sum, row) => sum + Number(row.migratedVms), 0)
    expect(migrated).toBe(4)
  })
})

describe('Findings', () => {
  it('gives a row for each VM of each finding, the worst first', () => {
    const rows = records(tableNamed('findings'))
    const expected = assessed.assessment.findings.reduce((sum, { vms }) => sum + vms.length, 0)
    expect(rows).toHaveLength(expected)
    const ranks = rows.map((row) => ['critical', 'warning', 'info'].indexOf(String(row.severity)))
    expect(ranks).toEqual([...ranks].sort())
  })

  it('adds weights up to the score', () => {
    const scores = new Map<Value, number>()
    for (const { vm, weight } of records(tableNamed('findings'))) scores.set(vm, (scores.get(vm) ?? 0) + Number(weight))
    for (const { vm, riskScore } of records(tableNamed('vms')))
      expect(Math.min(100, scores.get(vm) ?? 0)).toBe(riskScore)
  })

  it('names the cells that a finding rests on, and what they hold', () => {
    const snapshot = records(tableNamed('findings')).find((row) => row.rule === 'snapshot-old')!
    expect([snapshot.vm, snapshot.cells]).toEqual(['web-1', 'vSnapshot!D2 = 2025-10-01T12:00:00.000Z'])
  })

  it('traces whole rules, the worst first, as far as the limit goes', () => {
    const { findings } = assessed.assessment
    const critical = findings.filter(({ severity }) => severity === 'critical')
    const evidence = evidenceTexts(
      assessed,
      critical.reduce((sum, { vms }) => sum + vms.length, 0),
    )
    expect(critical.length).toBeGreaterThan(0)
    for (const finding of findings) expect(evidence(finding, 0) !== '', finding.rule).toBe(critical.includes(finding))
  })

  it('lists what could not be evaluated with the columns that are missing', () => {
    const rules = records(tableNamed('rules'))
    const silent = rules.filter((row) => row.state === 'not_evaluated')
    expect(silent.length).toBe(assessed.assessment.notEvaluated.length)
    expect(silent.every((row) => row.missing !== '' && row.vms === null)).toBe(true)
  })

  it('says which rules are switched off', () => {
    const off = assessedCase(undefined, { risk: { rules: { 'snapshot-old': { enabled: false } } } })
    const rule = records(tableNamed('rules', off)).find((row) => row.rule === 'snapshot-old')!
    expect([rule.state, rule.vms]).toEqual(['off', 0])
  })
})

describe('Networks, disks and snapshots', () => {
  it('reads the VLAN of a network', () => {
    const network = records(tableNamed('networks')).find((row) => row.network === 'VLAN 20')!
    expect([network.vms, network.kind, network.vlanId]).toEqual([2, 'vlan_based', 20])
  })
  it('lists every disk', () => expect(records(tableNamed('disks'))).toHaveLength(5))
  it('tells the age of a snapshot', () => {
    const [snapshot] = records(tableNamed('snapshots'))
    expect([snapshot.takenOn, snapshot.ageDays, snapshot.sizeGiB]).toEqual(['2025-10-01', 74, 2])
  })
  it('adds up the disks of a datastore', () => {
    const ds1 = records(tableNamed('datastores')).find((row) => row.datastore === 'ds1')!
    expect([ds1.disks, ds1.diskGiB]).toEqual([3, 1174])
  })
})

describe('Operating systems', () => {
  it('says on the day of the assessment what is past support', () => {
    const states = Object.fromEntries(records(tableNamed('systems')).map((row) => [row.system, row.supported]))
    expect(states['Windows Server 2008 R2']).toBe('ended')
    expect(states['Windows Server 2019']).toBe('supported')
  })
})

describe('Summary', () => {
  const lines = records(tableNamed('summary'))
  const value = (section: string, item: string) =>
    lines.find((row) => row.section === section && row.item === item)?.value

  it('counts what the export tells, and nothing where it is silent', () => {
    expect([value('Estate', 'VMs'), value('Estate', 'Disks'), value('Estate', 'Snapshots')]).toEqual([4, 5, 1])
    const bare = records(tableNamed('summary', assessedCase([vInfoOnly()])))
    expect(bare.find((row) => row.item === 'Snapshots')).toMatchObject({
      value: null,
      note: 'The export does not tell.',
    })
  })

  it('holds every parameter of the plan', () => {
    expect([
      value('Parameters', 'efficiency'),
      value('Parameters', 'timeZone'),
      value('Parameters', 'startDate'),
    ]).toEqual([0.55, 'UTC', null])
  })

  it('leads to every other tab', () => {
    const links = [...tableNamed('summary').rows()].flatMap(({ cells }) =>
      cells.flatMap((cell) => (typeof cell === 'object' && cell?.tab ? [cell.tab] : [])),
    )
    expect(links).toEqual(workbook.tables.slice(1).map(({ name }) => name))
  })
})

describe('an empty estate', () => {
  it('gives every table without a row of VMs', () => {
    const empty = assessedCase([{ ...vInfoOnly(), rows: [] }])
    for (const table of reportWorkbook(empty).tables) expect(() => [...table.rows()], table.name).not.toThrow()
    expect(records(tableNamed('vms', empty))).toEqual([])
  })
})

function vInfoOnly() {
  return { sheet: 'vInfo', header: ['VM', 'Powerstate', 'CPUs', 'Memory'], rows: [['a', 'poweredOn', 2, 1024]] }
}

describe('a report of what is in scope', () => {
  const scoped = assessedCase(SMALL_EXPORT, {}, undefined, {
    decisions: new Map([[3, { exclude: true, excludeReason: 'stays' }]]),
    tenants: [TenantDecision.parse({ tenant: 'Beta/Cluster A', notes: 'x' })],
    rules: {
      filters: [
        { pattern: 'ac*', reason: 'next year' },
        { pattern: 'z', reason: '' },
      ],
      clusters: [],
    },
  })
  const rowsOf = (name: string) => records(tableNamed(name, scoped))

  it('has no figure of a VM that is not', () => {
    expect(rowsOf('vms').map((row) => row.vm)).toEqual(['db-1'])
    expect(rowsOf('disks').map((row) => row.vm)).toEqual(['db-1', 'db-1'])
    expect(rowsOf('snapshots')).toEqual([])
    expect(rowsOf('hosts').map((row) => [row.host, row.vms])).toEqual([['esx-1', 1]])
    expect(rowsOf('clusters').map((row) => [row.cluster, row.vms])).toEqual([['Cluster A', 1]])
    expect(rowsOf('datastores').map((row) => [row.datastore, row.disks])).toEqual([
      ['ds1', 1],
      ['ds2', 1],
    ])
    expect(rowsOf('networks').map((row) => [row.network, row.vms])).toEqual([['VLAN 20', 1]])
    expect(rowsOf('tenants').map((row) => [row.tenant, row.vms])).toEqual([
      ['Acme', 0],
      ['Beta', 1],
    ])
    expect(rowsOf('systems').reduce((sum, row) => sum + Number(row.vms), 0)).toBe(1)
    expect(rowsOf('assumptions').some(({ text }) => String(text).startsWith('1 of the 4 VMs'))).toBe(true)
  })

  it('names what is out, once, with the reason', () => {
    expect(
      rowsOf('scope').map(({ what, by, vms, matchedVms, memoryGiB }) => [what, by, vms, matchedVms, memoryGiB]),
    ).toEqual([
      ['Excluded by hand: stays', 'vm', 1, 1, 2],
      ['Filter ac*: next year', 'filter', 2, 2, 12],
      ['Filter z', 'filter', 0, 0, 0],
    ])
    expect(rowsOf('outOfScope').map(({ vm, tenant, by, why }) => [vm, tenant, by, why])).toEqual([
      ['web-1', 'Acme', 'filter', 'Filter ac*: next year'],
      ['=HYPERLINK("http://x")', 'Acme', 'filter', 'Filter ac*: next year'],
      ['old', 'Beta', 'vm', 'Excluded by hand: stays'],
    ])
  })

  it('says in its summary which figures are of the whole inventory', () => {
    const summary = rowsOf('summary')
    const line = (item: string, section: string) => summary.find((row) => row.item === item && row.section === section)
    expect(line('VMs', 'Answer')).toMatchObject({ value: 1, note: '0 warm, 1 cold; 1 of 4 VMs in scope' })
    expect(line('VMs', 'Estate')).toMatchObject({ value: 4, note: expect.stringContaining('whole inventory') })
    expect(line('VMs in scope', 'Scope')).toMatchObject({ value: 1, share: 0.25 })
    expect(line('Out by tenant filter', 'Scope')).toMatchObject({ value: 2 })
    expect(records(tableNamed('summary')).some(({ section }) => section === 'Scope')).toBe(false)
  })
})

describe('the target in a report', () => {
  const mapped = assessedCase(SMALL_EXPORT, {}, undefined, {
    tenants: [
      TenantDecision.parse({ tenant: 'Acme/Cluster A', target: { project: 'web' }, confirmed: true }),
      TenantDecision.parse({ tenant: 'Beta/Cluster A', name: 'ACME', orgVdc: 'web' }),
    ],
    mapping: {
      sourceNetworks: [],
      networkMappings: [
        NetworkMappingDecision.parse({ vcenter: 'uuid', name: 'VLAN 20', cidr: '10.0.0.0/24', gateway: '10.1.0.1' }),
        NetworkMappingDecision.parse({ vcenter: 'uuid', name: 'gone', target: 'old', confirmed: true }),
      ],
      storageMappings: [
        StorageMappingDecision.parse({
          subject: { kind: 'pattern', pattern: 'DS*' },
          volumeType: 'fast',
          confirmed: true,
        }),
      ],
    },
  })
  const rowsOf = (name: string) => records(tableNamed(name, mapped))

  it('says of each tenant its domain and project, whether somebody agreed, and what stands against it', () => {
    expect(
      rowsOf('tenants').map(({ tenant, targetDomain, targetProject, targetConfirmed, targetIssues }) => [
        ...[tenant, targetDomain, targetProject, targetConfirmed],
        String(targetIssues).split(':')[0],
      ]),
    ).toEqual([
      ['ACME', 'ACME', 'web', false, 'One domain is spelled in two ways'],
      ['Acme', 'Acme', 'web', true, 'One domain is spelled in two ways'],
    ])
  })

  it('says what becomes of each network, with what is wrong with it', () => {
    const networks = rowsOf('networkMap')
    expect(
      networks.map(({ source, presence, target, vlan, vms, confirmed }) => [
        source,
        presence,
        target,
        vlan,
        vms,
        confirmed,
      ]),
    ).toEqual([
      ['VLAN 20', 'in_use', 'VLAN 20', 20, 2, false],
      ['Backup', 'in_use', 'Backup', null, 1, false],
      ['gone', 'gone', 'old', null, 0, true],
    ])
    expect(networks[0]).toMatchObject({ vcenter: 'vc.example.com', tenants: 'Acme / Cluster A, ACME / web' })
    expect(networks[0].issues).toContain('The gateway is outside the subnet: expected')
  })

  it('says which volume type the disks of each datastore become', () =>
    expect(
      rowsOf('storageMap').map(({ datastore, volumeType, decidedBy, pattern, confirmed, disks }) => [
        ...[datastore, volumeType, decidedBy, pattern, confirmed, disks],
      ]),
    ).toEqual([
      ['ds1', 'fast', 'pattern', 'DS*', true, 3],
      ['ds2', 'fast', 'pattern', 'DS*', true, 2],
    ]))
})
