import { type Estate, PowerState } from '../inventory/estate.ts'
import type { VmFacts } from '../inventory/facts.ts'
import { vcenterKeyOf } from '../inventory/references.ts'
import type { Scope } from '../scope/scope.ts'
import type { ResolvedTenancy } from '../tenancy/resolved-tenancy.ts'
import type { TenantKey } from '../tenancy/tenant-key.ts'
import { byName, networkKeyOf } from './network-key.ts'
import type { NetworkReference } from './network-reference.ts'
import { classifyNetwork, type NetworkKind, type SourceNetwork } from './networks.ts'
import type { SourceNetworkDecision } from './source-network-decision.ts'
import { parseVlanCell, parseVlanName, type Vlan } from './vlan.ts'

/** Network columns of vInfo: what is left when vNetwork is missing. */
const VINFO_NETWORKS = 8

/** Estate, and which of its VMs are whose and in scope; tenancy and scope are aligned with the facts. */
export interface ScopedEstate {
  readonly estate: Estate
  readonly facts: VmFacts
  readonly tenancy: Pick<ResolvedTenancy, 'tenants' | 'tenantOf'>
  readonly scope: Pick<Scope, 'inScope'>
}

/** What VMs in scope have to do with a network. */
export interface NetworkUse {
  readonly vms: number
  readonly poweredOnVms: number
  readonly adapters: number
  /** Sorted. */
  readonly tenants: readonly TenantKey[]
}

export const UNUSED: NetworkUse = { vms: 0, poweredOnVms: 0, adapters: 0, tenants: [] }

/** A source network after what people decided: `vlan`, `type` and the rest are what holds. */
export interface SourceNetworkRow extends NetworkUse {
  readonly source: NetworkReference
  /** `gone`: somebody decided about it and no VM of the estate is on it any more. */
  readonly presence: 'in_use' | 'out_of_scope' | 'gone'
  readonly switches: readonly string[]
  readonly vlan: Vlan | null
  readonly vlanFrom: SourceNetwork['vlanFrom'] | 'by_hand'
  readonly vlanAmbiguous: boolean
  readonly type: NetworkKind
  readonly typeFrom: 'classified' | 'by_hand'
  readonly subnet: string
  readonly gateway: string
  readonly dns: readonly string[]
  readonly range: string
  readonly notes: string
  /** Nothing but the reference where nobody decided anything. */
  readonly decision: SourceNetworkDecision
}

/**
 * Lays decisions over the networks of an estate: most VMs in scope first, then by name and vCenter. What somebody set
 * holds through every re-classification; a type that nobody set follows a VLAN that somebody did.
 */
export function sourceNetworkRows(
  scoped: ScopedEstate,
  networks: readonly SourceNetwork[],
  decisions: readonly SourceNetworkDecision[],
): SourceNetworkRow[] {
  const useOf = networkUses(scoped)
  const decided = new Map(decisions.map((decision) => [networkKeyOf(decision), decision]))
  const rows = networks.map((network) => {
    const source = referenceOfNetwork(scoped.estate, network)
    const key = networkKeyOf(source)
    const decision = decided.get(key) ?? source
    decided.delete(key)
    const use = useOf.get(key)
    return {
      ...laidOver(source, network, decision),
      ...(use ?? UNUSED),
      presence: use ? 'in_use' : 'out_of_scope',
    } as const
  })
  const gone = [...decided.values()].map((decision) => {
    const source = { vcenter: decision.vcenter, name: decision.name }
    return { ...laidOver(source, unseen(source.name), decision), ...UNUSED, presence: 'gone' } as const
  })
  return [...rows, ...gone].sort((a, b) => b.vms - a.vms || byName(a.source, b.source))
}

export function referenceOfNetwork({ vcenters }: Pick<Estate, 'vcenters'>, network: SourceNetwork): NetworkReference {
  return { vcenter: vcenterKeyOf(vcenters[network.vcenter]), name: network.name }
}

type Classified = Pick<SourceNetwork, 'switches' | 'vlan' | 'vlanFrom' | 'vlanAmbiguous' | 'kind'>

function unseen(name: string): Classified {
  const vlan = parseVlanName(name)
  return {
    switches: [],
    vlan,
    vlanFrom: vlan ? 'name' : 'none',
    vlanAmbiguous: false,
    kind: classifyNetwork(name, vlan),
  }
}

function laidOver(source: NetworkReference, network: Classified, decision: SourceNetworkDecision) {
  const hasVlan = decision.vlan !== undefined
  const vlan = hasVlan ? (decision.vlan === null ? null : parseVlanCell(decision.vlan!)) : network.vlan
  return {
    source,
    switches: network.switches,
    vlan,
    vlanFrom: hasVlan ? ('by_hand' as const) : network.vlanFrom,
    // Who set the VLAN has looked.
    vlanAmbiguous: !hasVlan && network.vlanAmbiguous,
    type: decision.type ?? (hasVlan ? classifyNetwork(source.name, vlan) : network.kind),
    typeFrom: decision.type ? ('by_hand' as const) : ('classified' as const),
    subnet: decision.subnet ?? '',
    gateway: decision.gateway ?? '',
    dns: decision.dns ?? [],
    range: decision.range ?? '',
    notes: decision.notes ?? '',
    decision,
  }
}

interface Use {
  readonly network: number
  readonly vcenter: number
  readonly tenants: Set<number>
  adapters: number
  vms: number
  poweredOnVms: number
  lastVm: number
}

/** By `networkKeyOf`: networks that VMs in scope have an adapter on, all adapters of a VM alike. */
function networkUses({ estate, facts, tenancy, scope }: ScopedEstate): Map<string, NetworkUse> {
  const { vms, nics, texts } = estate
  const uses = new Map<number, Use>()
  const count = (row: number, vm: number, network: number) => {
    if (network === 0) return
    const key = vms.vcenter[vm] * texts.length + network
    let use = uses.get(key)
    if (!use) {
      use = { network, vcenter: vms.vcenter[vm], tenants: new Set(), adapters: 0, vms: 0, poweredOnVms: 0, lastVm: -1 }
      uses.set(key, use)
    }
    use.adapters++
    if (use.lastVm === vm) return
    use.lastVm = vm
    use.vms++
    use.tenants.add(tenancy.tenantOf[row])
    if (vms.powerState[vm] === PowerState.poweredOn) use.poweredOnVms++
  }
  const hasAdapters = estate.sheets.has('vNetwork')
  for (let row = 0; row < facts.count; row++) {
    if (scope.inScope[row] === 0) continue
    const vm = facts.vm[row]
    if (hasAdapters) for (let nic = nics.start[vm]; nic < nics.start[vm + 1]; nic++) count(row, vm, nics.network[nic])
    else for (let n = 0; n < VINFO_NETWORKS; n++) count(row, vm, vms.networks8[vm * VINFO_NETWORKS + n])
  }
  const vcenterKeys = estate.vcenters.map(vcenterKeyOf)
  return new Map(
    [...uses.values()].map(({ network, vcenter, tenants, adapters, vms: count, poweredOnVms }) => [
      networkKeyOf({ vcenter: vcenterKeys[vcenter], name: texts[network] }),
      { adapters, vms: count, poweredOnVms, tenants: [...tenants].map((index) => tenancy.tenants[index].key).sort() },
    ]),
  )
}
