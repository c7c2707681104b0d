import { describe, expect, it } from 'vitest'
import { NETWORKED_VCENTERS, type NetworkedVm, networkedEstate } from '../../test/support/networked-estate.ts'
import { MIGRATION_MODES } from '../assessment/assessment.ts'
import { checkTenantTargets } from '../mapping/target-issues.ts'
import { tenantTargets } from '../mapping/tenant-targets.ts'
import { checkNetworkMappings } from '../networks/check/check-network-mappings.ts'
import { NetworkMappingDecision } from '../networks/network-mapping-decision.ts'
import { networkMappings } from '../networks/network-mappings.ts'
import { sourceNetworkRows } from '../networks/source-network-rows.ts'
import { sourceNetworks } from '../networks/source-networks.ts'
import type { VmDecision } from '../schedule/vm-decision.ts'
import { scopeOf } from '../scope/scope-of.ts'
import { NO_SCOPE_RULES } from '../scope/scope-rules.ts'
import { datastoreUses } from '../storage/datastore-uses.ts'
import { checkStorageMappings } from '../storage/storage-issues.ts'
import { StorageMappingDecision } from '../storage/storage-mapping-decision.ts'
import { storageMappings } from '../storage/storage-mappings.ts'
import { resolveTenants } from '../tenancy/resolve-tenants.ts'
import { TenantDecision } from '../tenancy/tenant-decision.ts'
import { readinessSummary } from './readiness.ts'
import { tenantReadiness } from './tenant-readiness.ts'

const [vcenter] = NETWORKED_VCENTERS
/** acme is on two networks, by the second adapter of a VM that is off, too. */
const VMS: readonly NetworkedVm[] = [
  { name: 'web', tenant: 'acme', nics: [['VLAN 20']], disks: [['ssd', 10]] },
  { name: 'db', tenant: 'acme', nics: [['VLAN 20'], ['VLAN 30']], disks: [['ssd', 10]], isOff: true },
  { name: 'lab', tenant: 'beta', nics: [['VLAN 30']], disks: [['hdd', 10]] },
]

interface Decided {
  readonly tenants?: readonly object[]
  readonly networks?: readonly object[]
  readonly storage?: readonly object[]
  readonly vms?: readonly (readonly [number, VmDecision])[]
  readonly unknownModes?: readonly number[]
}

function readinessOf({ tenants = [], networks = [], storage = [], vms = [], unknownModes = [] }: Decided) {
  const { estate, facts, tenancy: detected } = networkedEstate(VMS)
  const decisions = new Map(vms)
  const tenancy = resolveTenants(detected, {
    ...{ tenants: tenants.map((it) => TenantDecision.parse(it)), vmTenants: new Map() },
  })
  const scope = scopeOf({ facts, vcenters: estate.vcenters, tenancy, decisions, rules: NO_SCOPE_RULES })
  const targets = tenantTargets(tenancy, scope)
  const sources = sourceNetworkRows({ estate, facts, tenancy, scope }, sourceNetworks(estate), [])
  const mapped = networks.map((it) => NetworkMappingDecision.parse({ vcenter, ...it }))
  const rows = networkMappings(sources, mapped, tenancy)
  const uses = datastoreUses(estate, facts, tenancy, scope)
  const stored = storageMappings(
    uses.datastores,
    storage.map((it) => StorageMappingDecision.parse(it)),
  )
  const mode = Uint8Array.from(facts.name, (_, vm) =>
    MIGRATION_MODES.indexOf(unknownModes.includes(vm) ? 'unknown' : 'warm_eligible'),
  )
  return tenantReadiness({
    ...{ facts, assessment: { mode }, decisions, tenancy, scope },
    targets: { rows: targets, issues: checkTenantTargets(targets) },
    networks: { rows, issues: checkNetworkMappings(rows) },
    storage: { uses, rows: stored, issues: checkStorageMappings(stored) },
  })
}

const network = (name: string, cidr: string) => ({ name, cidr, confirmed: true, subnetConfirmed: true })
const ALL_DONE = {
  tenants: [
    { tenant: 'acme', confirmed: true },
    { tenant: 'beta', confirmed: true },
  ],
  networks: [network('VLAN 20', '10.0.0.0/24'), network('VLAN 30', '10.0.1.0/24')],
  storage: [{ subject: { kind: 'pattern', pattern: '*' }, confirmed: true }],
}

function linesOf(decided: Decided): string[] {
  return readinessOf(decided).map(({ tenant, status, checks, passed, told }) => {
    const told4 = checks.map((it) => `${it.status}${it.missingCount > 0 ? ` ${it.missingCount}` : ''}`)
    return `${tenant}: ${status} ${passed}/${told} (${told4.join(', ')})`
  })
}

describe('readiness of a tenant', () => {
  it('waits for somebody to confirm what is seeded, and calls what nobody can tell not yet', () => {
    expect(linesOf({})).toEqual([
      'acme: pending 1/4 (pending 1, pending 4, pending 1, pass, not_yet, not_yet)',
      'beta: pending 1/4 (pending 1, pending 2, pending 1, pass, not_yet, not_yet)',
    ])
  })

  it('passes once everything is confirmed', () => {
    expect(linesOf(ALL_DONE)).toEqual([
      'acme: pass 4/4 (pass, pass, pass, pass, not_yet, not_yet)',
      'beta: pass 4/4 (pass, pass, pass, pass, not_yet, not_yet)',
    ])
    expect(readinessSummary(readinessOf(ALL_DONE))).toEqual({
      ...{ tenants: 2, ready: 2, allReady: true, byStatus: { pass: 2, pending: 0, fail: 0, not_yet: 0 } },
    })
  })

  it('counts a network that only the second adapter of a VM is on, and a VM that is off', () => {
    const [acme, beta] = linesOf({ ...ALL_DONE, networks: [network('VLAN 20', '10.0.0.0/24')] })
    expect(acme).toBe('acme: pending 3/4 (pass, pending 2, pass, pass, not_yet, not_yet)')
    expect(beta).toBe('beta: pending 3/4 (pass, pending 2, pass, pass, not_yet, not_yet)')
  })

  it('fails on an error even where it was confirmed, and says what it is and where it is mended', () => {
    const networks = [{ ...network('VLAN 20', '10.0.0.0/24'), gateway: '10.0.9.1' }, ALL_DONE.networks[1]]
    const [acme, beta] = readinessOf({ ...ALL_DONE, networks })
    expect(acme.status).toBe('fail')
    expect(acme.checks[1]).toEqual({
      ...{ check: 'network_mapped', status: 'fail', mendedAt: 'network-map', missingCount: 1 },
      missing: [
        {
          ...{ status: 'fail', subject: 'VLAN 20' },
          text: 'The gateway is outside the subnet: expected one of 10.0.0.1–10.0.0.254, found 10.0.9.1.',
        },
      ],
    })
    expect(beta.status).toBe('pass')
  })

  it('fails where two tenants claim one project', () => {
    const target = { domain: 'd', project: 'p' }
    const tenants = ALL_DONE.tenants.map((it) => ({ ...it, target }))
    expect(readinessOf({ ...ALL_DONE, tenants }).map(({ checks }) => checks[0].status)).toEqual(['fail', 'fail'])
  })

  it('fails on a VM of unknown mode until somebody sets one', () => {
    const vmsCheck = (decided: Decided) => readinessOf({ ...ALL_DONE, ...decided })[0].checks[3].status
    const unknownModes = [0]
    expect(vmsCheck({ unknownModes })).toBe('fail')
    expect(vmsCheck({ unknownModes, vms: [[0, { mode: 'cold' }]] })).toBe('pass')
    expect(vmsCheck({ unknownModes, vms: [[0, { exclude: true }]] })).toBe('pass')
  })

  it('asks nothing of a tenant with nothing in scope', () => {
    const tenants = [ALL_DONE.tenants[0], { tenant: 'beta', excluded: true }]
    const [, beta] = linesOf({ ...ALL_DONE, tenants })
    expect(beta).toBe('beta: not_yet 0/0 (not_yet, not_yet, not_yet, not_yet, not_yet, not_yet)')
    expect(readinessSummary(readinessOf({ ...ALL_DONE, tenants }))).toMatchObject({ tenants: 1, allReady: true })
  })
})
