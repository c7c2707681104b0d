import { type Estate, isCounted, PowerState } from '../inventory/estate.ts'
import { classifyNetwork, type SourceNetwork } from './networks.ts'
import { parseVlanCell, parseVlanName, type Vlan, vlanLabel } from './vlan.ts'

/** Network columns of vInfo: what is left when vNetwork is missing. */
const VINFO_NETWORKS = 8

interface Draft {
  readonly vcenter: number
  readonly name: string
  readonly switches: Set<string>
  adapters: number
  vms: number
  poweredOnVms: number
  lastVm: number
}

/**
 * The distinct networks that VMs hang on (no templates, no placeholders, or only the VMs of `isWanted`, an index into
 * `Estate.vms`; an adapter on nothing is on no network), most VMs first. From vNetwork, else from the eight network columns of vInfo. The VLAN comes from the port group of the
 * adapter's switch and name, then of its name alone, then from the name's own words.
 */
export function sourceNetworks(
  estate: Estate,
  isWanted: (vm: number) => boolean = (vm) => isCounted(estate.vms, vm),
): SourceNetwork[] {
  const drafts = estate.sheets.has('vNetwork') ? fromAdapters(estate, isWanted) : fromVInfo(estate, isWanted)
  const vlanOf = portGroupVlans(estate)
  return drafts
    .map((draft) => {
      const switches = [...draft.switches].sort()
      const { vlan, vlanFrom, vlanAmbiguous } = vlanOf(draft.vcenter, draft.name, switches)
      return {
        vcenter: draft.vcenter,
        name: draft.name,
        vms: draft.vms,
        poweredOnVms: draft.poweredOnVms,
        adapters: draft.adapters,
        switches,
        vlan,
        vlanFrom,
        vlanAmbiguous,
        kind: classifyNetwork(draft.name, vlan),
      }
    })
    .sort((a, b) => b.vms - a.vms || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.vcenter - b.vcenter))
}

class Drafts {
  private readonly byKey = new Map<number, Draft>()
  private readonly estate: Estate

  constructor(estate: Estate) {
    this.estate = estate
  }

  /** Adapters come VM by VM, so a VM is new to a network exactly when it was not the last one seen there. */
  add(vm: number, network: number, onSwitch: number): void {
    if (network === 0) return
    const { vms, texts } = this.estate
    const key = vms.vcenter[vm] * texts.length + network
    let draft = this.byKey.get(key)
    if (!draft) {
      draft = {
        vcenter: vms.vcenter[vm],
        name: texts[network],
        switches: new Set(),
        adapters: 0,
        vms: 0,
        poweredOnVms: 0,
        lastVm: -1,
      }
      this.byKey.set(key, draft)
    }
    draft.adapters++
    if (onSwitch !== 0) draft.switches.add(texts[onSwitch])
    if (draft.lastVm === vm) return
    draft.lastVm = vm
    draft.vms++
    if (vms.powerState[vm] === PowerState.poweredOn) draft.poweredOnVms++
  }

  all(): Draft[] {
    return [...this.byKey.values()]
  }
}

function fromAdapters(estate: Estate, isWanted: (vm: number) => boolean): Draft[] {
  const { vms, nics } = estate
  const drafts = new Drafts(estate)
  for (let vm = 0; vm < vms.count; vm++) {
    if (!isWanted(vm)) continue
    for (let nic = nics.start[vm]; nic < nics.start[vm + 1]; nic++) drafts.add(vm, nics.network[nic], nics.switch[nic])
  }
  return drafts.all()
}

function fromVInfo(estate: Estate, isWanted: (vm: number) => boolean): Draft[] {
  const { vms } = estate
  const drafts = new Drafts(estate)
  for (let vm = 0; vm < vms.count; vm++) {
    if (!isWanted(vm)) continue
    for (let n = 0; n < VINFO_NETWORKS; n++) drafts.add(vm, vms.networks8[vm * VINFO_NETWORKS + n], 0)
  }
  return drafts.all()
}

type VlanAnswer = Pick<SourceNetwork, 'vlan' | 'vlanFrom' | 'vlanAmbiguous'>

/** What the port groups of one name say; `none` counts too: an untagged one beside VLAN 20 is a contradiction. */
interface PortGroupVlans {
  readonly labels: Set<string>
  vlan: Vlan | null
  distributed: boolean
}

function portGroupVlans(estate: Estate): (vcenter: number, name: string, switches: readonly string[]) => VlanAnswer {
  const known = new Map<string, PortGroupVlans>()
  for (const group of estate.portGroups) {
    const vlan = parseVlanCell(group.vlan)
    for (const key of [placeKey(group.vcenter, group.name), placeKey(group.vcenter, group.name, group.switch)]) {
      const entry = known.get(key) ?? { labels: new Set<string>(), vlan: null, distributed: group.distributed }
      entry.labels.add(vlan ? vlanLabel(vlan) : '')
      // Of several the lowest label is shown, so that the order of rows does not choose.
      if (vlan && (entry.vlan === null || vlanLabel(vlan) < vlanLabel(entry.vlan))) {
        entry.vlan = vlan
        entry.distributed = group.distributed
      }
      known.set(key, entry)
    }
  }
  return (vcenter, name, switches) => {
    const onSwitches = switches.map((it) => known.get(placeKey(vcenter, name, it))).filter((it) => it !== undefined)
    const byName = known.get(placeKey(vcenter, name))
    const found = onSwitches.length > 0 ? onSwitches : byName ? [byName] : []
    const labels = new Set(found.flatMap((entry) => [...entry.labels]))
    const told = found
      .filter((entry) => entry.vlan !== null)
      .sort((a, b) => (vlanLabel(a.vlan!) < vlanLabel(b.vlan!) ? -1 : 1))[0]
    if (told) {
      return { vlan: told.vlan, vlanFrom: told.distributed ? 'dvPort' : 'vPort', vlanAmbiguous: labels.size > 1 }
    }
    const named = parseVlanName(name)
    return { vlan: named, vlanFrom: named ? 'name' : 'none', vlanAmbiguous: false }
  }
}

function placeKey(vcenter: number, name: string, onSwitch?: string): string {
  return onSwitch === undefined ? `${vcenter}\u0000${name}` : `${vcenter}\u0000${name}\u0000${onSwitch}`
}
