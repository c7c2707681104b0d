import { type Estate, textAt } from './estate.ts'

/** What a guest file system is to a migration: the one it boots from matters more than a data volume. */
export const FileSystemKind = { other: 0, root: 1, boot: 2, image: 3 } as const
export type FileSystemKind = (typeof FileSystemKind)[keyof typeof FileSystemKind]

const ROOT = /^(\/|c:[\\/]?)$/i
const BOOT = /^\/boot$/i
/** Read-only images and virtual file systems are always full; nobody copies or cleans them. */
const IMAGE = /^\/(snap|var\/lib\/snapd|media|cdrom|mnt\/cdrom|run|var\/run|proc|sys|dev)(\/|$)/i

export function fileSystemKind(name: string): FileSystemKind {
  if (ROOT.test(name)) return FileSystemKind.root
  if (BOOT.test(name)) return FileSystemKind.boot
  return IMAGE.test(name) ? FileSystemKind.image : FileSystemKind.other
}

/** The kind of every row of vPartition, judged once per distinct name. */
export function fileSystemKinds(estate: Estate): Uint8Array {
  const { partitions } = estate
  const byCode = new Map<number, FileSystemKind>()
  const kinds = new Uint8Array(partitions.count)
  for (let part = 0; part < partitions.count; part++) {
    const code = partitions.name[part]
    let kind = byCode.get(code)
    if (kind === undefined) {
      kind = fileSystemKind(textAt(estate, partitions.name, part))
      byCode.set(code, kind)
    }
    kinds[part] = kind
  }
  return kinds
}

/**
 * Space used in a file system (planner §3.7): what the guest reports; where that is 0 or missing, capacity − free.
 * Free space itself is never taken for used space. NaN where the row tells neither.
 */
export function consumedGiB({ partitions }: Estate, part: number): number {
  const consumed = partitions.consumedGiB[part]
  if (consumed > 0) return consumed
  const capacity = partitions.capacityGiB[part]
  if (!(capacity > 0)) return consumed
  const byFree = capacity - partitions.freeGiB[part]
  return Number.isNaN(byFree) ? consumed : Math.max(0, byFree)
}

/** Space left in a file system: the column, else capacity − consumed. NaN where the row tells neither. */
export function freeGiB({ partitions }: Estate, part: number): number {
  const free = partitions.freeGiB[part]
  return Number.isNaN(free) ? partitions.capacityGiB[part] - partitions.consumedGiB[part] : free
}

/** Percent used; where the sizes do not tell, the column `Free %`. */
export function usedPct(estate: Estate, part: number): number {
  const capacity = estate.partitions.capacityGiB[part]
  const free = freeGiB(estate, part)
  if (capacity > 0 && !Number.isNaN(free)) return Math.min(100, Math.max(0, (1 - free / capacity) * 100))
  return 100 - estate.partitions.freePct[part]
}
