import { openAsBlob } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { createImport, getSnapshot, type Import, listImports } from '@portolan/contract/imports'
import { plural } from '@portolan/engine/documents/wording/numbers'
import { RefusedError } from '../../failure.ts'
import { listing, moment, moreLines, textColumn } from '../../remote/listing.ts'
import type { Run } from '../../remote/run.ts'
import { labelled } from '../../terminal/blocks.ts'
import { fileSize } from '../../terminal/file-size.ts'
import { printable } from '../../terminal/width.ts'
import { snapshotLines } from './snapshots.ts'

interface OfProject {
  readonly project: string
}

export const imports = {
  /** Uploads exports, follows the job that reads them, and shows what they became. */
  async create(run: Run, [files]: readonly [string[]], { project, wait }: OfProject & { wait: boolean }) {
    const form = new FormData()
    for (const { path, name } of await exportFiles(files)) form.append('files', await openAsBlob(path), name)
    const { import: made, job } = await run.api.upload(createImport, { params: { project } }, form)
    if (!wait) {
      run.print({ import: made, job }, () => [
        `  ${plural(made.files.length, 'file')} received.`,
        ...labelled('Next', [`portolan jobs watch ${job.id}`], run.screen),
      ])
      return
    }
    const done = await run.follow(job.id)
    const { snapshotId } = done.result as { snapshotId: string }
    const snapshot = await run.api.call(getSnapshot, { params: { project, snapshot: snapshotId } })
    run.print(snapshot, () => [
      ...snapshotLines(snapshot, run.screen),
      '',
      ...labelled('Next', [`portolan plan -p ${project}`, `portolan findings list -p ${project}`], run.screen),
    ])
  },

  async list(run: Run, _: readonly [], { project, limit, cursor }: OfProject & { limit?: string; cursor?: string }) {
    const page = await run.api.call(listImports, { params: { project }, query: { limit, cursor } })
    run.print(page, () => [
      ...listing(
        page.rows,
        [
          textColumn<Import>('when (UTC)', ({ createdAt }) => moment(createdAt)),
          textColumn<Import>('state', ({ state }) => state),
          textColumn<Import>('by', ({ actorName }) => actorName),
          textColumn<Import>(
            'files',
            ({ files }) => files.map(({ name, bytes }) => `${name} (${fileSize(bytes)})`).join(', '),
            16,
          ),
          textColumn<Import>('error', ({ error }) => error?.message ?? '', 12),
        ],
        `Nothing was imported yet: portolan imports create FILE… -p ${project}`,
        run.screen,
      ),
      ...moreLines(page.nextCursor, run.screen),
    ])
  },
}

/**
 * A folder stands for the files in it, as offline. Its name goes in front of theirs: CSV files of two exports are called
 * the same, and the server tells them apart by what stands before the sheet.
 */
async function exportFiles(paths: readonly string[]): Promise<{ path: string; name: string }[]> {
  const files: { path: string; name: string }[] = []
  for (const path of paths) {
    const found = await stat(path).catch(() => {
      throw new RefusedError(`${printable(path)} does not exist or cannot be read.`)
    })
    if (!found.isDirectory()) {
      files.push({ path, name: basename(path) })
      continue
    }
    const names = (await readdir(path)).filter((name) => !name.startsWith('.')).sort()
    files.push(...names.map((name) => ({ path: join(path, name), name: `${basename(resolve(path))}_${name}` })))
  }
  return files
}
