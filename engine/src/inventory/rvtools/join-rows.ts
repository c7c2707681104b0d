import type { Harvest } from './drafts.ts'
import { type IdentifiedVms, morefKey, pairKey } from './identify-vms.ts'
import type { VmRef } from './vm-refs.ts'

export const NO_VM = -1

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
  const { refs, vcenters, pool } = harvest
  const vmOf = new Int32Array(refs.count).fill(NO_VM)
  const ambiguous = new Uint8Array(refs.count)
  const byMoref = new Map<number | string, number>()
  vms.refs.forEach((ref, vm) => {
    if (ref.moref !== 0) byMoref.set(morefKey(harvest, ref), vm)
  })
  const names = new NameIndex(harvest, vms)

  for (let index = 0; index < refs.count; index++) {
    const ref = refs.get(index)
    if (ref.moref !== 0) {
      const vm = byMoref.get(morefKey(harvest, ref))
      if (vm !== undefined) {
        vmOf[index] = vm
        continue
      }
    }
    const fitting = names.candidates(ref, vcenters.of[ref.vcenter], pool.texts)
    if (fitting.length === 0) continue
    vmOf[index] = fitting[0]
    if (fitting.length > 1) ambiguous[index] = 1
  }
  return { vmOf, ambiguous }
}

/** VMs by uuid and by name, for rows that no MoRef leads to. Built when the first such row comes. */
class NameIndex {
  private readonly harvest: Harvest
  private readonly vms: IdentifiedVms
  private byName: Map<number, number[]> | null = null
  private byUuid: Map<string, number[]> | null = null

  constructor(harvest: Harvest, vms: IdentifiedVms) {
    this.harvest = harvest
    this.vms = vms
  }

  /** The VMs that a reference can mean, in canonical order; several only where nothing tells them apart. */
  candidates(ref: VmRef, vcenter: number, texts: readonly string[]): readonly number[] {
    if (ref.instanceUuid !== 0) {
      const found = this.uuids().get(`${vcenter}|${texts[ref.instanceUuid].toLowerCase()}`) ?? []
      // Two different MoRefs are two VMs, whatever the uuid says.
      const same = found.filter((vm) => ref.moref === 0 || this.vms.refs[vm].moref === 0)
      if (same.length === 1) return same
      if (same.length > 1) return this.nearest(ref, same)
    }
    if (ref.name === 0) return []
    const named = this.named(ref, vcenter)
    const withoutId = named.filter((vm) => this.vms.refs[vm].moref === 0 && this.vms.refs[vm].instanceUuid === 0)
    if (withoutId.length > 0) return this.nearest(ref, withoutId)
    const hasId = ref.moref !== 0 || ref.instanceUuid !== 0
    return !hasId && named.length === 1 ? named : []
  }

  /** Of several VMs those at the place the row names, as far as it names one. */
  private nearest(ref: VmRef, vms: readonly number[]): readonly number[] {
    let left = vms
    for (const field of ['name', 'datacenter', 'folder', 'host', 'cluster'] as const) {
      if (left.length < 2 || ref[field] === 0) continue
      const same = left.filter((vm) => this.vms.refs[vm][field] === ref[field])
      if (same.length > 0) left = same
    }
    return left
  }

  /** By name in the vCenter of the row and among VMs of no vCenter; a row of no vCenter may mean any. */
  private named(ref: VmRef, vcenter: number): number[] {
    const names = this.names()
    const { vcenters } = this.harvest.vcenters
    const isNameless = (index: number) => vcenters[index].uuid === '' && vcenters[index].server === ''
    return vcenters
      .flatMap((_, index) =>
        index === vcenter || isNameless(index) || isNameless(vcenter)
          ? (names.get(pairKey(index, ref.name)) ?? [])
          : [],
      )
      .sort((a, b) => a - b)
  }

  private names(): Map<number, number[]> {
    if (this.byName) return this.byName
    const index = new Map<number, number[]>()
    this.vms.refs.forEach((ref, vm) => {
      const key = pairKey(this.harvest.vcenters.of[ref.vcenter], ref.name)
      const list = index.get(key)
      if (list) list.push(vm)
      else index.set(key, [vm])
    })
    this.byName = index
    return index
  }

  private uuids(): Map<string, number[]> {
    if (this.byUuid) return this.byUuid
    const { vcenters, pool } = this.harvest
    const index = new Map<string, number[]>()
    this.vms.refs.forEach((ref, vm) => {
      if (ref.instanceUuid === 0) return
      const key = `${vcenters.of[ref.vcenter]}|${pool.texts[ref.instanceUuid].toLowerCase()}`
      const list = index.get(key)
      if (list) list.push(vm)
      else index.set(key, [vm])
    })
    this.byUuid = index
    return index
  }
}
