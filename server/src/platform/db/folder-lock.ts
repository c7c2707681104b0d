import { closeSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** Somebody else owns the data folder. */
export class FolderLockedError extends Error {}

/**
 * Makes this process the one owner of a data folder: two processes on one embedded database lose acknowledged rows. The
 * lock file holds the id and start of the process, so that one left behind by a kill is recognised as stale.
 *
 * @returns gives the folder back
 * @throws FolderLockedError naming the process that holds it
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'portolan.lock')
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const descriptor = openSync(file, 'wx', 0o600)
      writeSync(descriptor, identity(process.pid))
      closeSync(descriptor)
      return () => unlinkSync(file)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const holder = readFileSync(file, 'utf8')
      const pid = Number.parseInt(holder, 10)
      if (isAlive(pid) && identity(pid) === holder) {
        throw new FolderLockedError(
          `${folder} is in use by process ${pid}. Stop that server, or point this one at another folder with --data.`,
        )
      }
      unlinkSync(file)
    }
  }
  throw new FolderLockedError(`${folder} could not be locked: its lock file keeps coming back.`)
}

/** Process id and, where the system tells it, the time it started: ids are used again. */
function identity(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return `${pid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`
  } catch {
    return `${pid} -`
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
