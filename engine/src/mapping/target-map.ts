import type { Estate } from '../inventory/estate.ts'
import type { VmFacts } from '../inventory/facts.ts'
import { checkNetworkMappings } from '../networks/check/check-network-mappings.ts'
import { guestAddresses } from '../networks/guest-addresses.ts'
import type { MappingIssue } from '../networks/mapping-issues.ts'
import type { NetworkMapping } from '../networks/network-mapping.ts'
import { networkMappings } from '../networks/network-mappings.ts'
import type { SourceNetwork } from '../networks/networks.ts'
import { type SourceNetworkRow, sourceNetworkRows } from '../networks/source-network-rows.ts'
import type { Scope } from '../scope/scope.ts'
import { type DatastoreUses, datastoreUses } from '../storage/datastore-uses.ts'
import { checkStorageMappings, type StorageIssue } from '../storage/storage-issues.ts'
import { type StorageMapping, storageMappings } from '../storage/storage-mappings.ts'
import type { ResolvedTenancy } from '../tenancy/resolved-tenancy.ts'
import type { MappingDecisions } from './mapping-decisions.ts'
import { checkTenantTargets, type TargetIssue } from './target-issues.ts'
import { type TenantTargetRow, tenantTargets } from './tenant-targets.ts'

/** An estate with its scope, facts of all VMs and all its networks, and what people decided about the target. */
export interface TargetMapInput {
  readonly estate: Estate
  readonly facts: VmFacts
  readonly tenancy: ResolvedTenancy
  readonly scope: Scope
  /** `sourceNetworks(estate)`. */
  readonly networks: readonly SourceNetwork[]
  readonly mapping: MappingDecisions
}

/** Where everything goes, and what is wrong with it: each list of issues names rows of the list beside it. */
export interface TargetMap {
  readonly targets: { readonly rows: readonly TenantTargetRow[]; readonly issues: readonly TargetIssue[] }
  readonly sources: readonly SourceNetworkRow[]
  readonly networks: { readonly rows: readonly NetworkMapping[]; readonly issues: readonly MappingIssue[] }
  readonly storage: {
    readonly uses: DatastoreUses
    readonly rows: readonly StorageMapping[]
    readonly issues: readonly StorageIssue[]
  }
}

/** Seeds the maps of tenants, networks and storage, lays decisions over them and checks what comes out. */
export function targetMap({ estate, facts, tenancy, scope, networks, mapping }: TargetMapInput): TargetMap {
  const scoped = { estate, facts, tenancy, scope }
  const targets = tenantTargets(tenancy, scope)
  const sources = sourceNetworkRows(scoped, networks, mapping.sourceNetworks)
  const mapped = networkMappings(sources, mapping.networkMappings, tenancy)
  const uses = datastoreUses(estate, facts, tenancy, scope)
  const stored = storageMappings(uses.datastores, mapping.storageMappings)
  const evidence = {
    guests: guestAddresses(scoped),
    vmName: (vm: number) => facts.texts[facts.name[vm]],
    tenants: new Set(tenancy.tenants.map(({ key }) => key)),
  }
  return {
    targets: { rows: targets, issues: checkTenantTargets(targets) },
    sources,
    networks: { rows: mapped, issues: checkNetworkMappings(mapped, evidence) },
    storage: { uses, rows: stored, issues: checkStorageMappings(stored) },
  }
}
