import '@fastify/multipart'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FastifyRequest } from 'fastify'
import { CodedError, InvalidError } from '../platform/errors.ts'

export interface ReceivedFile {
  readonly name: string
  readonly bytes: number
}

const MIB = 1024 * 1024
const MOST_FILES = 500
const MOST_NAME = 150
/** What a file system or a shell reads a meaning into. */
const UNSAFE = /[\p{Cc}/\\:*?"<>|]/gu

/**
 * Streams the files of a multipart body into a folder, never into memory.
 *
 * @throws CodedError `too_large` once all files together pass the limit; `unsupported_type` for another kind of body;
 *   `invalid` without a file. The caller removes what was written.
 */
export async function receiveUpload(
  request: FastifyRequest,
  folder: string,
  mostBytes: number,
): Promise<ReceivedFile[]> {
  if (!request.isMultipart()) {
    throw new CodedError('unsupported_type', 'An import is a form with files (multipart/form-data).')
  }
  try {
    return await receiveFiles(request, folder, mostBytes)
  } catch (error) {
    // What the disk says is ours; anything else is a form that cannot be read to its end.
    if (error instanceof CodedError || (error instanceof Error && 'syscall' in error)) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new CodedError('malformed', `The upload broke off before its end (${reason}); send it again.`)
  }
}

async function receiveFiles(request: FastifyRequest, folder: string, mostBytes: number): Promise<ReceivedFile[]> {
  const files: ReceivedFile[] = []
  const taken = new Set<string>()
  let total = 0
  for await (const part of request.parts({ limits: { fileSize: Number.POSITIVE_INFINITY, files: MOST_FILES } })) {
    if (part.type !== 'file') continue
    const name = freeName(safeName(part.filename), taken)
    const before = total
    await pipeline(part.file, counted(), createWriteStream(join(folder, name), { flags: 'wx', mode: 0o600 }))
    files.push({ name, bytes: total - before })
  }
  if (files.length === 0) throw new InvalidError('The form holds no file; choose one or several exports of RVTools.')
  return files

  function counted(): Transform {
    return new Transform({
      transform(chunk: Buffer, _encoding, done) {
        total += chunk.length
        if (total <= mostBytes) done(null, chunk)
        else done(tooLarge(mostBytes))
      },
    })
  }
}

export function tooLarge(mostBytes: number): CodedError {
  return new CodedError(
    'too_large',
    `An import may be ${Math.floor(mostBytes / MIB)} MiB at most over all its files. Send less, or raise PORTOLAN_MAX_UPLOAD_MIB.`,
  )
}

/** The name of an uploaded file as every system takes it: no path, nothing hidden, not too long. */
export function safeName(name: string): string {
  const last = name.split(/[/\\]/).pop() ?? ''
  const safe = last.normalize('NFC').replace(UNSAFE, '_').replace(/^\.+/, '').trim()
  if (safe === '') return 'export'
  const dot = safe.lastIndexOf('.')
  const ending = dot > 0 ? safe.slice(dot).slice(0, 10) : ''
  return [...safe.slice(0, dot > 0 ? dot : undefined)].slice(0, MOST_NAME).join('') + ending
}

/** A second `export.xlsx` becomes `export (2).xlsx`. */
function freeName(name: string, taken: Set<string>): string {
  const dot = name.lastIndexOf('.')
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
  let free = name
  for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${stem} (${n})${ending}`
  taken.add(free.toLowerCase())
  return free
}
