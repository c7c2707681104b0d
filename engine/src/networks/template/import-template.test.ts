import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sourceRow } from '../../../test/support/mapping-row.ts'
import type { TenantKey } from '../../tenancy/tenant-key.ts'
import { NetworkMappingDecision } from '../network-mapping-decision.ts'
import { networkMappings } from '../network-mappings.ts'
import { importTemplate } from './import-template.ts'
import { type FilledSheet, readTemplate } from './read-template.ts'
import type { TemplateContext } from './template-columns.ts'
import { templateSheet } from './template-sheet.ts'

const CONTEXT: TemplateContext = {
  vcenterName: (vcenter) => (vcenter === '' ? '' : `${vcenter}.example`),
  tenantOf: (text) => (['acme', 'beta'].includes(text) ? (text as TenantKey) : undefined),
}

function mapOf(decisions: readonly object[] = [], sources = ['VLAN 20', 'Backup']) {
  const rows = sources.map((name, index) => sourceRow(name, { vms: 10 - index }))
  return networkMappings(
    rows,
    decisions.map((it) => NetworkMappingDecision.parse(it)),
    { tenants: [] },
  )
}

const sheetOf = (...rows: (readonly string[])[]): FilledSheet => ({
  tab: 'Network Map',
  rows: rows.map((cells, index) => ({ rowNumber: index + 1, cells })),
  formulas: [],
})

/** Rows below a header of these columns. */
function imported(columns: readonly string[], ...rows: (readonly string[])[]) {
  const read = readTemplate(sheetOf(['Source Network', ...columns], ...rows))
  if (!read.ok) throw new Error(read.error.message)
  return importTemplate(read.value, mapOf(), CONTEXT)
}

const lines = ({ results }: ReturnType<typeof importTemplate>) =>
  results.map(({ rowNumber, outcome, cause, changes, rejected }) =>
    [
      `${rowNumber} ${cause ?? outcome}`,
      ...changes.map(({ column, before, after }) => `${column}: ${before || '–'} → ${after || '–'}`),
      ...rejected.map(({ column, expected, found }) => `${column}: expected ${expected}, found ${found}`),
    ].join('; '),
  )

describe('the header of a template', () => {
  it.each`
    first                                                      | headerRow
    ${[['Source Network (VMware)', 'VLAN ID']]}                | ${1}
    ${[['Fill in'], ['Source Network', 'PCD Target Network']]} | ${2}
    ${[['a'], ['b'], ['c'], ['d'], ['source', 'note']]}        | ${5}
  `('is found in row $headerRow', ({ first, headerRow }) => {
    const read = readTemplate(sheetOf(...first))
    expect(read.ok && read.value.headerRow).toBe(headerRow)
  })

  it.each([
    [[['a'], ['b'], ['c'], ['d'], ['e'], ['source', 'vlan']]],
    [[['source', 'VMs']]],
    [[['vlan', 'target']]],
    [[[`source ${'and more words '.repeat(5)}`, 'vlan']]],
    [[]],
  ])('is not found in %j', (rows) => {
    expect(readTemplate(sheetOf(...rows))).toMatchObject({ ok: false, error: { code: 'no_header' } })
  })

  it('says what it expected and what it found', () => {
    const read = readTemplate(sheetOf(['VM', 'Powerstate']))
    expect(!read.ok && read.error.message).toBe(
      'Expected a header with "Source Network" and at least one column to fill in within the first 5 rows of the sheet ' +
        '"Network Map"; found "VM", "Powerstate". Export the template again and fill that in.',
    )
  })

  it('tells columns of similar names apart', () => {
    const read = readTemplate(
      sheetOf(['Source Network', 'VMs', 'Target VLAN', 'PCD Target Network', 'Owner Tenant', 'IP Range End']),
    )
    expect(read.ok && read.value.columns).toEqual(['source', 'vms', 'vlan', 'target', 'owner', 'poolEnd'])
  })
})

describe('formulas in a template', () => {
  const sheet = sheetOf(['Source Network', 'VMs', 'VLAN ID', 'Subnet / CIDR'], ['VLAN 20', '', '', ''])
  const refusal = (column: number, why: 'other_file' | 'no_result') => {
    const read = readTemplate({ ...sheet, formulas: [{ rowNumber: 2, column, why }] })
    return read.ok ? null : read.error
  }

  it('are refused by the names of their columns where cells are read', () => {
    expect(refusal(3, 'other_file')).toEqual({
      code: 'formulas',
      columns: ['Subnet / CIDR'],
      message:
        'Expected values, found formulas that refer to another file in "Subnet / CIDR" (1 cells, the first in row 2). ' +
        'Select the columns, copy, paste as values, save, and give the file again.',
    })
    expect(refusal(2, 'no_result')?.message).toContain('formulas without a result in "VLAN ID"')
  })

  it('do no harm where nothing is read', () => {
    expect(refusal(1, 'other_file')).toBeNull()
  })
})

describe('a filled-in template', () => {
  it('changes what is filled in, cell by cell, and leaves what is blank', () => {
    const result = imported(
      ['VLAN ID', 'Target Network', 'Kind', 'DNS', 'External', 'IP Range Start', 'IP Range End', 'Owner Tenant'],
      ['vlan 20', '100.0', 'prod', '', '10.0.0.1; 10.0.0.2', '', '10.0.0.5, 10.0.0.20', '10.0.0.9, 10.0.0.29', 'acme'],
      [' Backup ', '', '', 'Virtual', '', 'YES', '', '', ''],
    )
    expect(lines(result)).toEqual([
      '2 changed; VLAN ID: 20 → 100; Target Network: VLAN 20 → prod; Owner Tenant: – → acme; DNS (comma-separated): – → 10.0.0.1, 10.0.0.2; IP Range Start: – → 10.0.0.5, 10.0.0.20; IP Range End: – → 10.0.0.9, 10.0.0.29',
      '3 changed; Kind: physical_l2 → virtual; External: no → yes',
    ])
    expect(result.decisions.get(0)).toEqual({
      ...{ vcenter: '', name: 'VLAN 20', vlan: 100, target: 'prod', owner: 'acme', confirmed: false },
      ...{ dns: ['10.0.0.1', '10.0.0.2'], subnetConfirmed: false },
      pools: [
        { start: '10.0.0.5', end: '10.0.0.9' },
        { start: '10.0.0.20', end: '10.0.0.29' },
      ],
    })
  })

  it('clears with a dash of any length: none where there may be none, else what was proposed', () => {
    const read = readTemplate(
      sheetOf(['Source', 'VLAN', 'Target', 'Kind', 'CIDR', 'DNS'], ['VLAN 20', '-', '–', '-', '—', '-']),
    )
    const decided = { name: 'VLAN 20', target: 'x', kind: 'virtual', cidr: '10.0.0.0/24', dns: ['1.1.1.1'] }
    const rows = mapOf([decided])
    const result = importTemplate(read.ok ? read.value : (null as never), rows, CONTEXT)
    expect(result.decisions.get(0)).toEqual({
      ...{ vcenter: '', name: 'VLAN 20', vlan: null, cidr: null, dns: [], confirmed: false, subnetConfirmed: false },
    })
  })

  it('takes the good cells of a row and says what is wrong with the others', () => {
    const result = imported(
      ['VLAN ID', 'MTU', 'Kind', 'DHCP', 'Owner', 'Gateway', 'Start', 'End'],
      ['VLAN 20', 'abc', '9000', 'flat', 'maybe', 'gamma', 'x'.repeat(65), '10.0.0.1', ''],
    )
    expect(lines(result)).toEqual([
      '2 changed; MTU: – → 9000; VLAN ID: expected a whole number of 1–4094, found abc; ' +
        'Kind: expected one of physical_managed, physical_l2, virtual, found flat; ' +
        'Owner Tenant: expected the key of a tenant, or a name that only one has, found gamma; ' +
        `Gateway: expected Too big: expected string to have <=64 characters, found ${'x'.repeat(65)}; ` +
        'DHCP: expected yes or no, found maybe; IP Range Start: expected as many starts as ends, found 10.0.0.1 to ',
    ])
    expect(result).toMatchObject({ changed: 1, rejectedCells: 6 })
  })

  it('says of every row it skips why, and shows names of both sides', () => {
    const result = imported(
      ['VLAN ID'],
      ['', '7'],
      ['None', '7'],
      ['LAN', '7'],
      ['Backup', ''],
      ['Backup', '7'],
      ['VLAN 20', '20'],
    )
    expect(lines(result)).toEqual([
      ...['2 blank_source', '3 none_network', '4 no_match', '5 nothing_filled', '6 repeated', '7 unchanged'],
    ])
    expect(result).toMatchObject({
      ...{ changed: 0, unchanged: 1, skipped: 5 },
      skippedBy: { blank_source: 1, none_network: 1, no_match: 1, ambiguous: 0, repeated: 1, nothing_filled: 1 },
      samples: {
        inFile: ['None', 'LAN', 'Backup', 'Backup', 'VLAN 20'],
        inMap: ['VLAN 20', 'Backup'],
        unmatched: ['LAN'],
      },
    })
  })

  it('asks for the vCenter where two have a network of one name', () => {
    const sources = ['a', 'b'].map((vcenter) => sourceRow('LAN', { source: { vcenter, name: 'LAN' } }))
    const rows = networkMappings(sources, [], { tenants: [] })
    const read = readTemplate(
      sheetOf(['Source', 'vCenter', 'VLAN'], ['LAN', '', '1'], ['LAN', 'B.example', '2'], ['LAN', 'a', '3']),
    )
    const result = importTemplate(read.ok ? read.value : (null as never), rows, CONTEXT)
    expect(result.results.map(({ row, cause }) => cause ?? row)).toEqual(['ambiguous', 1, 0])
  })

  it('turns pools off with DHCP, whatever the file says of them', () => {
    const result = imported(['DHCP', 'Start', 'End'], ['VLAN 20', 'no', '10.0.0.5', '10.0.0.9'])
    expect(result.decisions.get(0)).toMatchObject({ dhcp: false, pools: [] })
  })

  it('changes nothing when it comes back as it went out', () => {
    const address = fc.option(fc.constantFrom('10.0.0.1', '10.0.0.0/24', '2001:db8::/64', 'bad'))
    const decided = fc.record(
      {
        target: fc.constantFrom('a', 'prod LAN', '=1+1', 'ü'),
        vlan: fc.option(fc.integer({ min: 0, max: 5000 })),
        kind: fc.constantFrom('physical_managed', 'physical_l2', 'virtual'),
        physicalNetwork: fc.option(fc.constantFrom('physnet1', 'x, y')),
        mtu: fc.option(fc.integer({ min: 0, max: 65_535 })),
        shared: fc.boolean(),
        owner: fc.option(fc.constantFrom('acme', 'beta')),
        external: fc.boolean(),
        cidr: address,
        gateway: address,
        dns: fc.array(fc.constantFrom('1.1.1.1', '::1')),
        pools: fc.array(fc.record({ start: fc.constantFrom('10.0.0.2', '10.0.0.9'), end: fc.constant('10.0.0.20') })),
        dhcp: fc.constant(true),
        notes: fc.constantFrom('', 'two\nlines'),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(decided, decided, (a, b) => {
        const rows = mapOf([
          { name: 'VLAN 20', ...a },
          { name: 'Backup', ...b },
        ])
        const { header, rows: cells } = templateSheet(rows, CONTEXT)
        const read = readTemplate(sheetOf(header, ...cells.map((row) => row.map(String))))
        const result = importTemplate(read.ok ? read.value : (null as never), rows, CONTEXT)
        expect([result.changed, result.skipped, result.rejectedCells, result.decisions.size]).toEqual([0, 0, 0, 0])
      }),
    )
  })
})
