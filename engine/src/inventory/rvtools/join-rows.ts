import type { Harvest } from './drafts.ts'
import { type IdentifiedVms, morefKey } from './identify-vms.ts'
import type { VmRef } from './vm-refs.ts'

export const NO_VM = -1
/** More VMs of one name than this are not told apart by place: that would take longer than it is worth. */
const MOST_NAMESAKES = 1000

export interface Joined {
  /** Reference → VM, or `NO_VM`. */
  readonly vmOf: Int32Array
  /** References without an id that fit several VMs: they are the first one's. */
  readonly ambiguous: Uint8Array
}

/**
 * Finds the VM of every reference. By id where both sides have one; a row without an id joins by name only to a VM of
 * that name that has no id either, or that is the only one (design.md §6). Of several that fit, the place decides.
 */
export function joinRefs(harvest: Harvest, vms: IdentifiedVms): Joined {
  const { refs } = harvest
  const vmOf = new Int32Array(refs.count).fill(NO_VM)
  const ambiguous = new Uint8Array(refs.count)
  const byMoref = new Map<number | string, number>()
  vms.refs.forEach((ref, vm) => {
    if (ref.moref !== 0) byMoref.set(morefKey(harvest, ref), vm)
  })
  const namesakes = new Namesakes(harvest, vms)

  for (let index = 0; index < refs.count; index++) {
    const ref = refs.get(index)
    const vm = ref.moref === 0 ? undefined : byMoref.get(morefKey(harvest, ref))
    if (vm !== undefined) {
      vmOf[index] = vm
      continue
    }
    const fitting = namesakes.of(ref)
    if (fitting.length === 0) continue
    vmOf[index] = fitting[0]
    if (fitting.length > 1) ambiguous[index] = 1
  }
  return { vmOf, ambiguous }
}

/** VMs by name and by uuid, for the rows that no MoRef leads to. Built when the first such row comes. */
class Namesakes {
  private readonly harvest: Harvest
  private readonly vms: IdentifiedVms
  private byName: Map<number, number[]> | null = null
  private byUuid: Map<string, number[]> | null = null

  constructor(harvest: Harvest, vms: IdentifiedVms) {
    this.harvest = harvest
    this.vms = vms
  }

  /** The VMs that a reference can mean, in canonical order; several only where nothing tells them apart. */
  of(ref: VmRef): readonly number[] {
    const byUuid = ref.instanceUuid === 0 ? [] : this.ofUuid(ref)
    if (byUuid.length > 0) return this.nearest(ref, byUuid)
    const named = ref.name === 0 ? [] : this.ofName(ref)
    // The MoRef alone, where the row or the VM does not say of which vCenter it is.
    const sameMoref = named.filter((vm) => ref.moref !== 0 && this.vms.refs[vm].moref === ref.moref)
    if (sameMoref.length === 1) return sameMoref
    const withoutId = named.filter((vm) => !hasId(this.vms.refs[vm]))
    if (withoutId.length > 0) return this.nearest(ref, withoutId)
    return !hasId(ref) && named.length === 1 ? named : []
  }

  /** Two different MoRefs are two VMs, whatever the uuid says. */
  private ofUuid(ref: VmRef): number[] {
    this.byUuid ??= groupedBy(this.vms.refs, (it) => (it.instanceUuid === 0 ? null : this.uuid(it)))
    const found = this.byUuid.get(this.uuid(ref)) ?? []
    return found.filter((vm) => {
      const { moref } = this.vms.refs[vm]
      return this.isSameVcenter(ref, vm) && (ref.moref === 0 || moref === 0 || moref === ref.moref)
    })
  }

  private ofName(ref: VmRef): number[] {
    this.byName ??= groupedBy(this.vms.refs, (it) => it.name)
    return (this.byName.get(ref.name) ?? []).filter((vm) => this.isSameVcenter(ref, vm))
  }

  /** Where one side names no vCenter it may be any. */
  private isSameVcenter(ref: VmRef, vm: number): boolean {
    const { of, nameless } = this.harvest.vcenters
    const ofRow = of[ref.vcenter]
    const ofVm = of[this.vms.refs[vm].vcenter]
    return ofRow === ofVm || ofRow === nameless || ofVm === nameless
  }

  private uuid(ref: VmRef): string {
    return this.harvest.pool.texts[ref.instanceUuid].toLowerCase()
  }

  /** Of several VMs those at the place the row names, as far as it names one. */
  private nearest(ref: VmRef, vms: readonly number[]): readonly number[] {
    if (vms.length > MOST_NAMESAKES) return vms
    let left = vms
    for (const field of ['name', 'datacenter', 'folder', 'host', 'cluster'] as const) {
      if (left.length < 2 || ref[field] === 0) continue
      const same = left.filter((vm) => this.vms.refs[vm][field] === ref[field])
      if (same.length > 0) left = same
    }
    return left
  }
}

function hasId(ref: VmRef): boolean {
  return ref.moref !== 0 || ref.instanceUuid !== 0
}

/** Positions by key, ascending; those whose key is null are left out. */
function groupedBy<K>(refs: readonly VmRef[], keyOf: (ref: VmRef) => K | null): Map<K, number[]> {
  const groups = new Map<K, number[]>()
  refs.forEach((ref, vm) => {
    const key = keyOf(ref)
    if (key === null) return
    const group = groups.get(key)
    if (group) group.push(vm)
    else groups.set(key, [vm])
  })
  return groups
}
