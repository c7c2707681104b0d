import { deriveFacts } from '../../src/inventory/derive-facts.ts'
import { importTables } from '../../src/inventory/rvtools/import-tables.ts'
import type { ScopedEstate } from '../../src/networks/source-network-rows.ts'
import { detectTenants } from '../../src/tenancy/detect-tenants.ts'
import { resolveTenants } from '../../src/tenancy/resolve-tenants.ts'
import { TenantDetectionSettings } from '../../src/tenancy/tenancy-settings.ts'

export const NETWORKED_VCENTERS = ['aaaa0000-0000-4000-8000-000000000001', 'aaaa0000-0000-4000-8000-000000000002']

/** An adapter: network, and the addresses that Tools tell of it. */
export type NicText = readonly [network: string, ipv4?: string, ipv6?: string]

export interface NetworkedVm {
  readonly name: string
  /** Folder, which names its tenant. */
  readonly tenant: string
  readonly nics: readonly NicText[]
  readonly vcenter?: 0 | 1
  readonly isOff?: boolean
  /** Datastore and GiB. */
  readonly disks?: readonly (readonly [datastore: string, gib: number])[]
}

/** The estate of an export with these VMs, each in the folder of its tenant; those named in `outOfScope` do not migrate. */
export function networkedEstate(
  vms: readonly NetworkedVm[],
  { outOfScope = [], portGroups = [], datastores = [] }: NetworkedOptions = {},
): ScopedEstate & { readonly tenancy: ReturnType<typeof resolveTenants> } {
  const id = (vm: NetworkedVm) => [vm.name, `vm-${vms.indexOf(vm) + 1}`, NETWORKED_VCENTERS[vm.vcenter ?? 0]]
  const { estate } = importTables([
    {
      sheet: 'vInfo',
      header: ['VM', 'VM ID', 'VI SDK UUID', 'Folder', 'Datacenter', 'Cluster', 'Powerstate', 'In Use MiB'],
      rows: vms.map((vm) => [...id(vm), `/DC/${vm.tenant}`, 'DC', 'c1', vm.isOff ? 'poweredOff' : 'poweredOn', 1024]),
    },
    {
      sheet: 'vNetwork',
      header: ['VM', 'VM ID', 'VI SDK UUID', 'NIC label', 'Network', 'Switch', 'IPv4 Address', 'IPv6 Address'],
      rows: vms.flatMap((vm) =>
        vm.nics.map(([network, ipv4 = '', ipv6 = ''], n) => [
          ...id(vm),
          `Network adapter ${n + 1}`,
          network,
          'sw',
          ipv4,
          ipv6,
        ]),
      ),
    },
    {
      sheet: 'vDisk',
      header: ['VM', 'VM ID', 'VI SDK UUID', 'Disk', 'Capacity MiB', 'Path'],
      rows: vms.flatMap((vm) =>
        (vm.disks ?? []).map(([datastore, gib], n) => [
          ...[...id(vm), `Hard disk ${n + 1}`, gib * 1024, `[${datastore}] ${vm.name}/${n}.vmdk`],
        ]),
      ),
    },
    {
      sheet: 'vPort',
      header: ['Port Group', 'Switch', 'VLAN', 'VI SDK UUID'],
      rows: portGroups.map(([name, vlan]) => [name, 'sw', vlan, NETWORKED_VCENTERS[0]]),
    },
    {
      sheet: 'vDatastore',
      header: ['Name', 'Type', 'Capacity MiB', 'In Use MiB', 'Hosts', '# Hosts', 'Address', 'VI SDK UUID'],
      rows: datastores.map(({ name, type = 'VMFS', hosts = 2, address = '' }) => [
        ...[name, type, 1024 * 1024, 512 * 1024, '', hosts, address, NETWORKED_VCENTERS[0]],
      ]),
    },
  ])
  const facts = deriveFacts(estate)
  const byFolder = TenantDetectionSettings.parse({ preset: 'vsphere_folder', orgVdcFromCluster: false })
  const inScope = Uint8Array.from(facts.name, (name) => (outOfScope.includes(facts.texts[name]) ? 0 : 1))
  return { estate, facts, tenancy: resolveTenants(detectTenants(estate, facts, byFolder)), scope: { inScope } }
}

export interface NetworkedOptions {
  readonly outOfScope?: readonly string[]
  readonly portGroups?: readonly (readonly [name: string, vlan: string])[]
  readonly datastores?: readonly {
    readonly name: string
    readonly type?: string
    readonly hosts?: number
    readonly address?: string
  }[]
}
