import { NETWORK_KINDS, type NetworkKind, type SourceNetwork } from '../../networks/networks.ts'
import { vlanLabel } from '../../networks/vlan.ts'
import type { TableDefinition } from './table-definition.ts'
import { vcenterName } from './vm-cells.ts'

export const NETWORK_KIND_TITLES: Readonly<Record<NetworkKind, string>> = {
  vlan_based: 'VLAN',
  nsx_t: 'overlay',
  isolated: 'isolated',
  standard: 'standard',
}

/** Networks that VMs hang on, most VMs first. */
export const networksTable: TableDefinition<SourceNetwork> = {
  name: 'networks',
  title: 'Networks',
  about: 'One row per network that a VM hangs on.',
  columns: [
    { key: 'network', header: 'Network', kind: 'text', width: 40, value: (network) => network.name },
    { key: 'vms', header: 'VMs', kind: 'integer', width: 8, value: (network) => network.vms },
    { key: 'poweredOnVms', header: 'VMs on', kind: 'integer', width: 8, value: (network) => network.poweredOnVms },
    {
      key: 'adapters',
      header: 'Adapters',
      kind: 'integer',
      width: 9,
      total: 'sum',
      value: (network) => network.adapters,
    },
    {
      ...{
        key: 'kind',
        header: 'Kind',
        kind: 'text',
        width: 11,
        words: NETWORK_KIND_TITLES,
        value: (network) => network.kind,
      },
      meaning: `By name and VLAN: ${NETWORK_KINDS.map((kind) => NETWORK_KIND_TITLES[kind]).join(', ')}.`,
    },
    {
      ...{ key: 'vlan', header: 'VLAN', kind: 'text', width: 18 },
      value: ({ vlan }) => (vlan === null ? '' : vlanLabel(vlan)),
    },
    {
      ...{ key: 'vlanId', header: 'VLAN id', kind: 'ordinal', width: 9, value: ({ vlan }) => vlan?.id ?? null },
      meaning: 'Of an access port; a trunk has several.',
    },
    {
      ...{ key: 'vlanFrom', header: 'VLAN read from', kind: 'text', width: 12, value: (network) => network.vlanFrom },
      meaning: 'A port group’s own cell is a fact, a name is a hint.',
    },
    {
      ...{ key: 'vlanAmbiguous', header: 'Ambiguous', kind: 'flag', width: 11 },
      value: (network) => network.vlanAmbiguous,
      tones: [{ tone: 'amber', when: 'equals', value: 'yes' }],
      meaning: 'Port groups of this name carry different VLANs: somebody has to look.',
    },
    { key: 'switches', header: 'Switches', kind: 'text', width: 36, value: ({ switches }) => switches.join(', ') },
    {
      ...{ key: 'vcenter', header: 'vCenter', kind: 'text', width: 22 },
      value: (network, { estate }) => vcenterName(estate.vcenters[network.vcenter]),
    },
  ],
  rows: ({ networks }) => networks,
}
