import type { PartsOfVms, Texts } from '../../inventory/estate.ts'
import { type Book, textOf } from './book.ts'

/** Words of the parts of a VM in one cell: all of them, not the first. */

const VINFO_NETWORKS = 8
const SEPARATOR = ', '

/** Distinct networks of all adapters in their order, from vNetwork, else from the columns of vInfo. */
export function networksOf(book: Book, vm: number): string {
  const { estate } = book
  if (estate.sheets.has('vNetwork')) return partTexts(book, estate.nics, estate.nics.network, vm)
  const names = new Set<string>()
  for (let i = 0; i < VINFO_NETWORKS; i++) names.add(textOf(book, estate.vms.networks8, vm * VINFO_NETWORKS + i))
  names.delete('')
  return [...names].join(SEPARATOR)
}

/** Distinct guest addresses of all adapters; where no adapter tells one, the VM's primary address. */
export function addressesOf(book: Book, vm: number): string {
  const { nics, vms } = book.estate
  const told = new Set<string>()
  for (let nic = nics.start[vm]; nic < nics.start[vm + 1]; nic++) {
    for (const column of [nics.ipv4, nics.ipv6]) {
      if (column[nic] !== 0) for (const address of textOf(book, column, nic).split(/[,;\s]+/)) told.add(address)
    }
  }
  told.delete('')
  return told.size > 0 ? [...told].join(SEPARATOR) : textOf(book, vms.primaryIp, vm)
}

/** Distinct datastores of all disks. */
export function datastoresOf(book: Book, vm: number): string {
  return partTexts(book, book.estate.disks, book.estate.disks.datastore, vm)
}

function partTexts(book: Book, parts: PartsOfVms, column: Texts, vm: number): string {
  const first = parts.start[vm]
  const end = parts.start[vm + 1]
  // Most VMs have one: no set, no new text.
  if (end - first === 1) return textOf(book, column, first)
  const codes = new Set<number>()
  for (let part = first; part < end; part++) if (column[part] !== 0) codes.add(column[part])
  return [...codes].map((code) => book.estate.texts[code]).join(SEPARATOR)
}
