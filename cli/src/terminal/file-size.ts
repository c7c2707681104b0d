import { significant } from '@portolan/engine/documents/wording/numbers'

const KIB = 1024

/** `12.3 KiB`, `4.56 MiB`. */
export function fileSize(bytes: number): string {
  return bytes < KIB * KIB ? `${significant(bytes / KIB)} KiB` : `${significant(bytes / KIB / KIB)} MiB`
}
