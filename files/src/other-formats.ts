import { ExportError } from './export-error.ts'

/** Exports of other tools, known by headers that only they have. */
const OTHER_FORMATS: readonly { readonly name: string; readonly headers: readonly string[] }[] = [
  { name: 'Live Optics', headers: ['vm name', 'vm os'] },
  { name: 'Azure Migrate', headers: ['*server name'] },
]

/** Refuses an export of another tool by its name, so that nobody looks for the fault in the file. */
export function refuseOtherFormat(header: readonly string[]): void {
  const names = new Set(header.map((name) => name.toLowerCase()))
  const other = OTHER_FORMATS.find(({ headers }) => headers.every((name) => names.has(name)))
  if (!other) return
  throw new ExportError(
    'other_format',
    null,
    `this is an export of ${other.name}, and only exports of RVTools are read; export the same vCenter with RVTools.`,
  )
}
