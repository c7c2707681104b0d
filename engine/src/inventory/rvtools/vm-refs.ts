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

/** Where the fields of a reference stand, for `code`. */
export const RefField = { datacenter: 4, cluster: 5, host: 6, folder: 7 } as const
export type RefField = (typeof RefField)[keyof typeof RefField]

/**
 * The distinct references that rows of all sheets make to VMs. The eight hundred thousand rows of a large export make
 * some two hundred thousand of them, so joining is done once per reference and a row keeps one number.
 */
export class VmRefs {
  count = 0
  private fields = new Uint32Array(FIELDS * FIRST_SLOTS)
  private slots = new Int32Array(FIRST_SLOTS).fill(-1)
  private last = -1
  /** The reference that is being looked for, kept so that no row makes an array. */
  private readonly wanted = new Uint32Array(FIELDS)

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
    const { wanted } = this
    wanted[0] = vcenter
    wanted[1] = moref
    wanted[2] = instanceUuid
    wanted[3] = name
    wanted[4] = datacenter
    wanted[5] = cluster
    wanted[6] = host
    wanted[7] = folder
    // Rows of one VM stand together in the sheets of parts, and all sheets list VMs in one order.
    if (this.last >= 0 && this.isWanted(this.last)) return this.last
    if (this.last + 1 < this.count && this.isWanted(this.last + 1)) return ++this.last
    let slot = hash(vcenter, moref, name, instanceUuid, folder, host) & (this.slots.length - 1)
    while (this.slots[slot] >= 0) {
      if (this.isWanted(this.slots[slot])) {
        this.last = this.slots[slot]
        return this.last
      }
      slot = (slot + 1) & (this.slots.length - 1)
    }
    const ref = this.count++
    this.slots[slot] = ref
    this.fields.set(wanted, ref * FIELDS)
    if (this.count * 2 > this.slots.length) this.grow()
    this.last = ref
    return ref
  }

  private isWanted(ref: number): boolean {
    const { fields, wanted } = this
    const at = ref * FIELDS
    for (let field = 0; field < FIELDS; field++) if (fields[at + field] !== wanted[field]) return false
    return true
  }

  /** One code of a reference, for loops that must not make an object for each. */
  code(ref: number, field: RefField): number {
    return this.fields[ref * FIELDS + field]
  }

  get(ref: number): VmRef {
    const { fields } = this
    const at = ref * FIELDS
    return {
      vcenter: fields[at],
      moref: fields[at + 1],
      instanceUuid: fields[at + 2],
      name: fields[at + 3],
      datacenter: fields[at + 4],
      cluster: fields[at + 5],
      host: fields[at + 6],
      folder: fields[at + 7],
    }
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
