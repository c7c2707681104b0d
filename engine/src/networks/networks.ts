import type { Vlan } from './vlan.ts'
import { parseVlanName } from './vlan.ts'

export const NETWORK_KINDS = ['vlan_based', 'nsx_t', 'isolated', 'standard'] as const
export type NetworkKind = (typeof NETWORK_KINDS)[number]

/** A network that VMs hang on, as the source names it. */
export interface SourceNetwork {
  /** Index into `Estate.vcenters`: two vCenters may each have a `VM Network`. */
  readonly vcenter: number
  readonly name: string
  /** Distinct VMs, and adapters, of VMs that count. */
  readonly vms: number
  readonly poweredOnVms: number
  readonly adapters: number
  /** Switches it stands on, sorted; empty where the export does not say. */
  readonly switches: readonly string[]
  readonly vlan: Vlan | null
  /** Where the VLAN was read: the port group's own cell is a fact, a name is a hint. */
  readonly vlanFrom: 'vPort' | 'dvPort' | 'name' | 'none'
  /** True when port groups of this name carry different VLANs: somebody has to look. */
  readonly vlanAmbiguous: boolean
  readonly kind: NetworkKind
}

/** Words of NSX and other overlays, matched as whole words: `tools-net` is no `ls-` network. */
const OVERLAY_WORDS = [
  'nsx',
  'nsx[-_ ]?t',
  'overlay',
  'geneve',
  'vxlan\\d*',
  'virtualwire',
  'vxw',
  'segment',
  't[01]',
  'tier[-_ ]?[01]',
  'ls',
  'routed[-_ ]net(?:work)?',
  'dlr',
  'esg',
]
const ISOLATED_WORDS = ['isolated', 'internal[-_ ]only', 'no[-_ ]uplink', 'air[-_ ]?gap(?:ped)?']
/** Short words mean something only as a prefix: `ls-web`, `t1-lan`, not `web-t1` or a folder called `LS`. */
const PREFIX_WORDS = new Set(['t[01]', 'ls', 'dlr', 'esg'])

const OVERLAY = wordPattern(OVERLAY_WORDS)
const ISOLATED = wordPattern(ISOLATED_WORDS)

/**
 * What a network is by its name and, where a port group told it, its VLAN. First hit: overlay, isolated, VLAN, standard.
 * A known overlay stays one even if its transport VLAN is known: the target maps it to a virtual network.
 */
export function classifyNetwork(name: string, vlan: Vlan | null = parseVlanName(name)): NetworkKind {
  if (OVERLAY.test(name)) return 'nsx_t'
  if (ISOLATED.test(name)) return 'isolated'
  return vlan ? 'vlan_based' : 'standard'
}

function wordPattern(words: readonly string[]): RegExp {
  const alternatives = words.map((word) => (PREFIX_WORDS.has(word) ? `${word}-` : `${word}(?![a-z0-9])`))
  return new RegExp(`(?<![a-z0-9])(?:${alternatives.join('|')})`, 'i')
}
