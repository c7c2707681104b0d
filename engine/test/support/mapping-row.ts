import type { NetworkMapping } from '../../src/networks/network-mapping.ts'
import type { NetworkMappingDecision } from '../../src/networks/network-mapping-decision.ts'
import { networkMappings } from '../../src/networks/network-mappings.ts'
import { classifyNetwork } from '../../src/networks/networks.ts'
import type { SourceNetworkRow } from '../../src/networks/source-network-rows.ts'
import { parseVlanName } from '../../src/networks/vlan.ts'
import type { TenantKey } from '../../src/tenancy/tenant-key.ts'

/** A source network as an export with nothing but its name would give it; `more` says what a test is about. */
export function sourceRow(name: string, more: Partial<SourceNetworkRow> = {}): SourceNetworkRow {
  const vlan = parseVlanName(name)
  return {
    ...{ source: { vcenter: '', name }, presence: 'in_use', vms: 1, poweredOnVms: 1, adapters: 1, tenants: [] },
    ...{ switches: [], vlan, vlanFrom: vlan ? 'name' : 'none', vlanAmbiguous: false },
    ...{ type: classifyNetwork(name, more.vlan ?? vlan), typeFrom: 'classified' },
    ...{ subnet: '', gateway: '', dns: [], range: '', notes: '', decision: { vcenter: '', name } },
    ...more,
  }
}

/** A row of the network map with these decisions; `tenants` use it. */
export function mappingRow(
  name: string,
  decided: Partial<NetworkMappingDecision> = {},
  tenants: readonly string[] = [],
): NetworkMapping {
  const source = sourceRow(name, { tenants: tenants as readonly TenantKey[] })
  return networkMappings([source], [{ vcenter: '', name, ...decided }], { tenants: [] })[0]
}
