import type { Estate } from '../../inventory/estate.ts'

const folders = new WeakMap<Estate, string>()

/**
 * A file as a document names it: the folder that all exports share is left out, for a reader elsewhere has no such
 * folder, and where somebody keeps his files is nobody else's matter. Exports in several folders stay apart.
 */
export function sourceLabel(estate: Estate, file: string): string {
  let folder = folders.get(estate)
  if (folder === undefined) {
    folder = sharedFolder(estate.sources.map((source) => source.file))
    folders.set(estate, folder)
  }
  return file.startsWith(folder) ? file.slice(folder.length) : file
}

/** The longest folder, with its last slash, that every path lies in; '' where there is none. */
export function sharedFolder(paths: readonly string[]): string {
  if (paths.length === 0) return ''
  let [shared] = paths.map(folderOf)
  for (const path of paths) {
    while (!path.startsWith(shared)) shared = folderOf(shared.slice(0, -1))
  }
  return shared
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
}
