/** What an import may be made of: workbooks, CSV files, archives of them. The server tells by content; this is for choosers. */
export const EXPORT_TYPES = '.xlsx,.xls,.xlsm,.csv,.zip'

/** Files of a drop; a folder of CSV files counts as its files. */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly File[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  if (entries.length === 0) return [...transfer.files]
  const files = await Promise.all(entries.map(filesOf))
  return files.flat()
}

async function filesOf(entry: FileSystemEntry): Promise<readonly File[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))
    // What an operating system leaves in every folder.
    return /^(\.|~\$|Thumbs\.db$)/.test(file.name) ? [] : [file]
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const found: File[] = []
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (part.length === 0) return found
    for (const child of part) found.push(...(await filesOf(child)))
  }
}

/** `RVTools_export_all_2025-12-15_acme.xlsx` suggests `acme`; without a word of its own, the file's name. */
export function nameFromFiles(files: readonly { readonly name: string }[]): string {
  const stem = (files[0]?.name ?? '').replace(/\.[^.]+$/, '')
  const words = stem
    .replace(/rvtools|export|_all|tabv\w+|\d{4}-?\d\d-?\d\d([T_.-]?\d\d[._-]?\d\d([._-]?\d\d)?)?/gi, ' ')
    .replace(/[_\s.-]+/g, ' ')
    .trim()
  return words.length >= 2 ? words : stem
}
