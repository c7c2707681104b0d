import { vcenterKeyOf } from '../inventory/references.ts'
import { parseIp, parseIpv4 } from './ip.ts'
import { networkKeyOf } from './network-key.ts'
import type { ScopedEstate } from './source-network-rows.ts'

/** Addresses that guests in scope have on one network, as VMware Tools told them; columns of one length for each family. */
export interface GuestAddresses {
  readonly ipv4: readonly number[]
  /** Row of `VmFacts`. */
  readonly ipv4Vm: readonly number[]
  readonly ipv6: readonly bigint[]
  readonly ipv6Vm: readonly number[]
}

interface Collected extends GuestAddresses {
  readonly ipv4: number[]
  readonly ipv4Vm: number[]
  readonly ipv6: bigint[]
  readonly ipv6Vm: number[]
}

const VINFO_NETWORKS = 8
const SEPARATORS = /[\s,;]+/

/**
 * By `networkKeyOf`. From vNetwork; without it the one address of vInfo counts for VMs on one network, where there is no
 * doubt which of them it is on. Addresses that a guest gives to itself (link-local, loopback, none) tell nothing.
 */
export function guestAddresses({ estate, facts, scope }: Omit<ScopedEstate, 'tenancy'>): Map<string, GuestAddresses> {
  const { vms, nics, texts } = estate
  const collected = new Map<number, Collected>()
  const collect = (row: number, vm: number, network: number, addresses: string) => {
    if (network === 0 || addresses === '') return
    const key = vms.vcenter[vm] * texts.length + network
    let guests = collected.get(key)
    if (!guests) {
      guests = { ipv4: [], ipv4Vm: [], ipv6: [], ipv6Vm: [] }
      collected.set(key, guests)
    }
    for (const text of addresses.split(SEPARATORS)) addAddress(guests, row, text)
  }
  const hasAdapters = estate.sheets.has('vNetwork')
  for (let row = 0; row < facts.count; row++) {
    const vm = facts.vm[row]
    if (scope.inScope[row] === 0) continue
    if (hasAdapters) {
      for (let nic = nics.start[vm]; nic < nics.start[vm + 1]; nic++) {
        collect(row, vm, nics.network[nic], texts[nics.ipv4[nic]])
        collect(row, vm, nics.network[nic], texts[nics.ipv6[nic]])
      }
      continue
    }
    const networks = vms.networks8.subarray(vm * VINFO_NETWORKS, (vm + 1) * VINFO_NETWORKS).filter((it) => it !== 0)
    if (networks.length === 1) collect(row, vm, networks[0], texts[vms.primaryIp[vm]])
  }
  const vcenters = estate.vcenters.map(vcenterKeyOf)
  return new Map(
    [...collected].map(([key, guests]) => {
      const vcenter = vcenters[Math.floor(key / texts.length)]
      return [networkKeyOf({ vcenter, name: texts[key % texts.length] }), guests]
    }),
  )
}

function addAddress(guests: Collected, row: number, text: string): void {
  const ipv4 = parseIpv4(text)
  if (ipv4 >= 0) {
    if (tellsNothing(ipv4)) return
    guests.ipv4.push(ipv4)
    guests.ipv4Vm.push(row)
    return
  }
  const address = text.includes(':') ? parseIp(text) : null
  // fe80::/10, ::1 and ::.
  if (!address || address.value >> 118n === 0x3fan || address.value < 2n) return
  guests.ipv6.push(address.value)
  guests.ipv6Vm.push(row)
}

/** 169.254.0.0/16, 127.0.0.0/8 and 0.0.0.0/8. */
function tellsNothing(ipv4: number): boolean {
  const leading = Math.floor(ipv4 / 2 ** 24)
  return leading === 0 || leading === 127 || Math.floor(ipv4 / 2 ** 16) === 0xa9fe
}
