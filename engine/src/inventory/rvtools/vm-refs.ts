const FIELDS = 8
const FIRST_SLOTS = 1024

/** Which VM a row says it is about: codes of texts, and which vCenter it names. */
export interface VmRef {
  readonly vcenter: number
  readonly moref: number
  readonly instanceUuid: number
  readonly name: number
  readonly datacenter: number
  readonly cluster: number
  readonly host: number
  readonly folder: number
}

/**
 * The distinct references that rows of all sheets make to VMs. The eight hundred thousand rows of a large export make
 * some two hundred thousand of them, so joining is done once per reference and a row keeps one number.
 */
export class VmRefs {
  count = 0
  private fields = new Uint32Array(FIELDS * FIRST_SLOTS)
  private slots = new Int32Array(FIRST_SLOTS).fill(-1)
  private last = -1

  intern(
    vcenter: number,
    moref: number,
    instanceUuid: number,
    name: number,
    datacenter: number,
    cluster: number,
    host: number,
    folder: number,
  ): number {
    const same = (ref: number): boolean => {
      const at = ref * FIELDS
      const { fields } = this
      return (
        fields[at + 1] === moref &&
        fields[at + 3] === name &&
        fields[at] === vcenter &&
        fields[at + 2] === instanceUuid &&
        fields[at + 4] === datacenter &&
        fields[at + 5] === cluster &&
        fields[at + 6] === host &&
        fields[at + 7] === folder
      )
    }
    // Rows of one VM stand together in the sheets of parts.
    if (this.last >= 0 && same(this.last)) return this.last
    let slot = hash(vcenter, moref, name, instanceUuid, folder, host) & (this.slots.length - 1)
    while (this.slots[slot] >= 0) {
      if (same(this.slots[slot])) {
        this.last = this.slots[slot]
        return this.last
      }
      slot = (slot + 1) & (this.slots.length - 1)
    }
    const ref = this.count++
    this.slots[slot] = ref
    this.fields.set([vcenter, moref, instanceUuid, name, datacenter, cluster, host, folder], ref * FIELDS)
    if (this.count * 2 > this.slots.length) this.grow()
    this.last = ref
    return ref
  }

  get(ref: number): VmRef {
    const [vcenter, moref, instanceUuid, name, datacenter, cluster, host, folder] = this.fields.subarray(
      ref * FIELDS,
      ref * FIELDS + FIELDS,
    )
    return { vcenter, moref, instanceUuid, name, datacenter, cluster, host, folder }
  }

  private grow(): void {
    const fields = new Uint32Array(this.fields.length * 2)
    fields.set(this.fields)
    this.fields = fields
    this.slots = new Int32Array(this.slots.length * 2).fill(-1)
    for (let ref = 0; ref < this.count; ref++) {
      const at = ref * FIELDS
      let slot =
        hash(fields[at], fields[at + 1], fields[at + 3], fields[at + 2], fields[at + 7], fields[at + 6]) &
        (this.slots.length - 1)
      while (this.slots[slot] >= 0) slot = (slot + 1) & (this.slots.length - 1)
      this.slots[slot] = ref
    }
  }
}

function hash(a: number, b: number, c: number, d: number, e: number, f: number): number {
  let h = a
  h = Math.imul(h ^ b, 0x9e3779b1)
  h = Math.imul((h >>> 15) ^ h ^ c, 0x85ebca6b)
  h = Math.imul((h >>> 13) ^ h ^ d, 0xc2b2ae35)
  h = Math.imul((h >>> 16) ^ h ^ e, 0x27d4eb2f)
  h = Math.imul((h >>> 15) ^ h ^ f, 0x165667b1)
  return (h ^ (h >>> 13)) >>> 0
}
