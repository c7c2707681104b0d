import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { createExport, downloadExport, EXPORT_FORMATS } from '@portolan/contract/plan'
import { MisuseError, RefusedError } from '../../failure.ts'
import type { Run } from '../../remote/run.ts'
import { labelled } from '../../terminal/blocks.ts'
import { fileSize } from '../../terminal/file-size.ts'
import { tableLines } from '../../terminal/table.ts'
import { printable } from '../../terminal/width.ts'

interface Written {
  readonly name: string
  readonly bytes: number
}

export const exports = {
  /** Has the server write the reports, then fetches each; a file appears under its name only when it is whole. */
  async create(run: Run, _: readonly [], options: { project: string; out: string; format?: string }) {
    const { project, out } = options
    const formats = options.format === undefined ? undefined : formatsOf(options.format)
    const job = await run.api.call(createExport, { params: { project }, body: { formats } })
    const { result } = await run.follow(job.id)
    const { files } = result as { files: readonly Written[] }
    await mkdir(out, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
      throw new RefusedError(`${printable(out)} cannot be made (${error.code}).`)
    })
    for (const { name } of files) {
      const answer = await run.api.stream(downloadExport, { params: { project, job: job.id, file: name } })
      await save(join(out, basename(name)), answer)
    }
    run.print({ job: job.id, files: files.map(({ name }) => join(out, basename(name))) }, () => {
      const rows = files.map(({ name, bytes }) => [join(out, basename(name)), fileSize(bytes)])
      const columns = [{ header: '' }, { header: '', align: 'right' as const }]
      return labelled('Written', tableLines(columns, rows, { ...run.screen, indent: 0, header: false }), run.screen)
    })
  },
}

async function save(path: string, { body }: Response): Promise<void> {
  const partial = `${path}.part`
  try {
    await pipeline(Readable.fromWeb(body as ReadableStream), createWriteStream(partial))
    await rename(partial, path)
  } catch (error) {
    await rm(partial, { force: true })
    const { code, message } = error as NodeJS.ErrnoException
    throw code ? new RefusedError(`${printable(path)} cannot be written (${code}): ${message}`) : error
  }
}

function formatsOf(list: string): (typeof EXPORT_FORMATS)[number][] {
  return list.split(',').map((text) => {
    const found = EXPORT_FORMATS.find((format) => format === text.trim().toLowerCase())
    if (!found) throw new MisuseError(`--format takes some of ${EXPORT_FORMATS.join(', ')}; found ${printable(text)}`)
    return found
  })
}
