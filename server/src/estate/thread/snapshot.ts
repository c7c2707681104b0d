import { deriveFacts } from '@portolan/engine/inventory/derive-facts'
import type { VmFacts } from '@portolan/engine/inventory/facts'
import { type PlacesOfVms, placesOfVms } from '@portolan/engine/inventory/places'
import type { ImportResult } from '@portolan/engine/inventory/rvtools/sheet'
import type { SourceNetwork } from '@portolan/engine/networks/networks'
import { sourceNetworks } from '@portolan/engine/networks/source-networks'
import type { Settings } from '@portolan/engine/settings'
import { detectTenants } from '@portolan/engine/tenancy/detect-tenants'
import type { Tenancy } from '@portolan/engine/tenancy/tenancy'
import type { IsoDate } from '@portolan/engine/units'
import { countIds, idAt, rowOfId, sortedIds } from './packed-ids.ts'

/** A snapshot in memory: the estate, its facts, and what is made of them when it is first asked for. */
export class Snapshot {
  readonly id: string
  readonly imported: ImportResult
  readonly facts: VmFacts
  /** The day of the newest export. */
  readonly day: IsoDate
  private readonly packedIds: Uint8Array
  private sorted: Uint32Array | null = null
  private tenancy: { readonly key: string; readonly value: Tenancy } | null = null
  private places: PlacesOfVms | null = null
  private networks: readonly SourceNetwork[] | null = null

  constructor(id: string, imported: ImportResult, facts: VmFacts, ids: Uint8Array, asOf: number) {
    this.id = id
    this.imported = imported
    this.facts = facts
    this.packedIds = ids
    this.day = new Date(asOf).toISOString().slice(0, 10) as IsoDate
    if (countIds(ids) !== this.facts.count) throw new Error('A snapshot has another number of ids than of VMs')
  }

  static of(id: string, imported: ImportResult, ids: Uint8Array, asOf: number): Snapshot {
    return new Snapshot(id, imported, deriveFacts(imported.estate), ids, asOf)
  }

  idOf(row: number): string {
    return idAt(this.packedIds, row)
  }

  /** Row of `VmFacts` of a VM; undefined where the snapshot does not hold it. */
  rowOf(id: string): number | undefined {
    return rowOfId(this.packedIds, this.rowsById(), id)
  }

  /** All rows, in ascending order of their ids. */
  rowsById(): Uint32Array {
    this.sorted ??= sortedIds(this.packedIds)
    return this.sorted
  }

  tenancyUnder({ tenantDetection }: Settings): Tenancy {
    const key = JSON.stringify(tenantDetection)
    if (this.tenancy?.key !== key) {
      this.tenancy = { key, value: detectTenants(this.imported.estate, this.facts, tenantDetection) }
    }
    return this.tenancy.value
  }

  get placesOfVms(): PlacesOfVms {
    this.places ??= placesOfVms(this.imported.estate)
    return this.places
  }

  get sourceNetworks(): readonly SourceNetwork[] {
    this.networks ??= sourceNetworks(this.imported.estate)
    return this.networks
  }
}
