import type { Estate } from '../inventory/estate.ts'
import type { VmFacts } from '../inventory/facts.ts'
import { vcenterKeyOf } from '../inventory/references.ts'
import type { Scope } from '../scope/scope.ts'
import type { ResolvedTenancy } from '../tenancy/resolved-tenancy.ts'
import type { TenantKey } from '../tenancy/tenant-key.ts'

/** What VMs in scope have on one datastore. */
export interface DatastoreUse {
  readonly vcenter: string
  readonly name: string
  /** VMFS, NFS, vSAN …; '' where the export does not say. */
  readonly type: string
  /** How many hosts see it; NaN where the export does not say. */
  readonly hosts: number
  readonly vms: number
  readonly disks: number
  readonly diskGiB: number
  /** Each disk rounded up to whole GiB, as Cinder makes volumes. */
  readonly volumeGiB: number
}

export interface DatastoreUses {
  /** Every datastore of the estate, also those without a disk in scope. */
  readonly datastores: readonly DatastoreUse[]
  /** Datastores of each tenant that has VMs in scope, as indexes into `datastores`. */
  readonly byTenant: ReadonlyMap<TenantKey, ReadonlySet<number>>
  /** Disks whose path names no datastore: nothing says where they are. */
  readonly unplaced: { readonly disks: number; readonly diskGiB: number }
}

type Draft = { -readonly [K in keyof DatastoreUse]: DatastoreUse[K] } & { lastVm: number }

const DATASTORE_OF_PATH = /^\[([^\]]+)\]/

/**
 * Which datastores hold the disks of VMs in scope. From vDisk; without it a VM counts as one disk where its configuration
 * lies, which is the best an export of vInfo alone can say. A disk that two VMs share is one disk.
 */
export function datastoreUses(
  estate: Estate,
  facts: VmFacts,
  { tenants, tenantOf }: Pick<ResolvedTenancy, 'tenants' | 'tenantOf'>,
  { inScope }: Pick<Scope, 'inScope'>,
): DatastoreUses {
  const { vms, disks, texts } = estate
  const drafts = new Drafts(estate)
  const byTenant = new Map<TenantKey, Set<number>>()
  const unplaced = { disks: 0, diskGiB: 0 }
  const seen = new Set<number>()
  const count = (row: number, vm: number, name: string, gib: number) => {
    const size = Math.max(gib || 0, 0)
    if (name === '') {
      unplaced.disks++
      unplaced.diskGiB += size
      return
    }
    const index = drafts.add(vm, vms.vcenter[vm], name, size)
    const tenant = tenants[tenantOf[row]].key
    const datastores = byTenant.get(tenant)
    if (datastores) datastores.add(index)
    else byTenant.set(tenant, new Set([index]))
  }
  const hasDisks = estate.sheets.has('vDisk')
  // One that only VMs out of scope stand on is there all the same.
  for (let disk = 0; disk < disks.count; disk++) {
    if (disks.datastore[disk] !== 0) drafts.indexOf(vms.vcenter[disks.vm[disk]], texts[disks.datastore[disk]])
  }
  for (let row = 0; row < facts.count; row++) {
    if (inScope[row] === 0) continue
    const vm = facts.vm[row]
    if (!hasDisks) {
      count(row, vm, DATASTORE_OF_PATH.exec(texts[vms.vmxPath[vm]])?.[1] ?? '', facts.diskCapacityGiB[row])
      continue
    }
    for (let disk = disks.start[vm]; disk < disks.start[vm + 1]; disk++) {
      const file = vms.vcenter[vm] * texts.length + disks.path[disk]
      if (disks.path[disk] !== 0 && seen.has(file)) continue
      seen.add(file)
      count(row, vm, texts[disks.datastore[disk]], disks.capacityGiB[disk])
    }
  }
  return { datastores: drafts.all(), byTenant, unplaced }
}

/** Datastores as they are met; those that vDatastore lists are there from the start. */
class Drafts {
  private readonly rows: Draft[] = []
  private readonly indexes = new Map<string, number>()
  private readonly vcenters: readonly string[]

  constructor({ vcenters, datastores }: Estate) {
    this.vcenters = vcenters.map(vcenterKeyOf)
    for (const { vcenter, name, type, hostCount } of datastores) {
      const draft = this.rows[this.indexOf(vcenter, name)]
      draft.type = type
      draft.hosts = hostCount
    }
  }

  add(vm: number, vcenter: number, name: string, gib: number): number {
    const index = this.indexOf(vcenter, name)
    const draft = this.rows[index]
    draft.disks++
    draft.diskGiB += gib
    draft.volumeGiB += Math.ceil(gib)
    // Disks come VM by VM.
    if (draft.lastVm !== vm) draft.vms++
    draft.lastVm = vm
    return index
  }

  all(): DatastoreUse[] {
    return this.rows.map(({ lastVm, ...use }) => use)
  }

  /** Of a datastore that is new so far, too. */
  indexOf(vcenter: number, name: string): number {
    const key = `${vcenter} ${name}`
    let index = this.indexes.get(key)
    if (index === undefined) {
      const use = { type: '', hosts: Number.NaN, vms: 0, disks: 0, diskGiB: 0, volumeGiB: 0 }
      index = this.rows.push({ vcenter: this.vcenters[vcenter], name, ...use, lastVm: -1 }) - 1
      this.indexes.set(key, index)
    }
    return index
  }
}
