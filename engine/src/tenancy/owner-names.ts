import { isPlumbing, pathSegments } from './vcd-path.ts'

/** What each method of tenant detection reads out of one text; '' is no match. */

/** Words people write into a cell that stands for nothing. */
const BLANKS = new Set(['none', 'n/a', 'na', '-', '--', 'null', 'unknown', 'not set'])

/** A cell that is filled in: trimmed, and not one of the words for nothing. */
export function filledIn(text: string): string {
  const trimmed = text.trim()
  return BLANKS.has(trimmed.toLowerCase()) ? '' : trimmed
}

/**
 * Part `depth` of a folder path (1 is the datacenter), counted without the hidden folder `vm`. Too shallow a path, and
 * vCenter's own folder for found VMs, name nobody.
 */
export function folderPart(path: string, depth: number): string {
  const parts = pathSegments(path).filter((segment) => segment.name.toLowerCase() !== 'vm')
  const part = parts[depth - 1]
  return part && !isPlumbing(part) ? part.name : ''
}

/** The last pool of a path. One that ends in `Resources` is the root of a cluster: the VM is in no pool. */
export function poolName(path: string): string {
  const last = pathSegments(path).at(-1)
  return last && !isPlumbing(last) ? last.name : ''
}

/** The first `parts` parts of a name that has more of them: `acme-web-01` → `acme`. */
export function namePrefix(name: string, separator: string, parts: number): string {
  let end = -1
  for (let i = 0; i < parts; i++) {
    end = name.indexOf(separator, end < 0 ? 0 : end + separator.length)
    if (end < 0) return ''
  }
  return name.slice(0, end).trim()
}

/** Whether a prefix can be somebody's name: it holds a letter and is no word for a machine. */
export function isOwnerLike(prefix: string, ignored: ReadonlySet<string>): boolean {
  return /\p{L}/u.test(prefix) && !ignored.has(prefix.toLowerCase())
}

/** Makes the reader of `Field: value` (or `=`) lines in free text; the value ends at `;`, a line break or the end. */
export function annotationReader(fieldName: string): (text: string) => string {
  const literal = fieldName.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_])${literal}\\s*[:=]\\s*([^;\\r\\n]*)`, 'iu')
  return (text) => filledIn(pattern.exec(text)?.[1] ?? '')
}

/** The application a VM belongs to: its vApp, else the first two parts of its name. */
export function appGroupOf(vapp: string, name: string): string {
  return vapp !== '' ? vapp : name.split('-', 2).join('-')
}

/** By code units: the same on every machine, whatever its language. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
