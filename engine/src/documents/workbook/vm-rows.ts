import type { PartsOfVms } from '../../inventory/estate.ts'
import type { Book } from './book.ts'

/** A row of a sheet of parts (a disk, a snapshot) and the VM that owns it, as a row of `VmFacts`. */
export interface PartRow {
  readonly part: number
  readonly vm: number
}

/** Parts of the VMs that count, in canonical order of the VMs. */
export function* partRows({ facts }: Book, parts: PartsOfVms): Generator<PartRow> {
  for (let vm = 0; vm < facts.count; vm++) {
    const row = facts.vm[vm]
    for (let part = parts.start[row]; part < parts.start[row + 1]; part++) yield { part, vm }
  }
}
